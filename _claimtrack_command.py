"""The entry point of the command, beside the package: Ctrl-C while that is imported ends quietly too."""


def main() -> int:
    """Run one command; returns its exit code."""
    try:
        from claimtrack.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130

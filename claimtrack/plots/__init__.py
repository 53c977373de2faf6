"""Pictures: the figures on a question, the days, who relays whom, and track records.

Each function returns the `Axes` it drew on and touches no global state: no `pyplot`, no style, no
backend. Colours can be told apart by the colour-blind and in print; no meaning is carried by colour alone.
"""

from claimtrack.plots.days import plot_timeline
from claimtrack.plots.figures import plot_figures
from claimtrack.plots.relays import plot_origins
from claimtrack.plots.track import plot_track_records

__all__ = ["plot_figures", "plot_origins", "plot_timeline", "plot_track_records"]

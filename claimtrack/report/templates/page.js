(function () {
  "use strict";
  var form = document.getElementById("filter");
  var shown = document.getElementById("shown");
  var text = document.getElementById("f-text"), side = document.getElementById("f-side");
  var state = document.getElementById("f-state"), sort = document.getElementById("f-sort");
  var from = document.getElementById("f-from"), until = document.getElementById("f-until");
  var questions = Array.prototype.map.call(document.querySelectorAll(".question"), function (node) {
    var title = node.querySelector("h3").textContent;
    var claims = Array.prototype.map.call(node.querySelectorAll(".claim"), function (claim, place) {
      var data = claim.dataset;
      return { node: claim, place: place, state: data.s, order: +data.o, side: data.p, day: data.d, title: title, words: null, hidden: false };
    });
    return { node: node, list: node.querySelector(".claims"), claims: claims, hidden: false };
  });
  var all = questions.reduce(function (sum, question) { return sum + question.claims.length; }, 0);

  function fold(value) {
    return value.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  }

  function written(count) {
    return count.toLocaleString(document.documentElement.lang);
  }

  function words(claim) {
    if (claim.words === null) claim.words = fold(claim.title + " " + claim.node.textContent);
    return claim.words;
  }

  function wanted(claim, asked) {
    if (asked.state && claim.state !== asked.state) return false;
    if (asked.side && "=" + claim.side !== asked.side) return false;
    if (asked.from && (!claim.day || claim.day < asked.from)) return false;
    if (asked.until && (!claim.day || claim.day > asked.until)) return false;
    for (var i = 0; i < asked.words.length; i++) {
      if (words(claim).indexOf(asked.words[i]) < 0) return false;
    }
    return true;
  }

  function filter() {
    var asked = {
      words: fold(text.value).split(/\s+/).filter(Boolean), side: side.value, state: state.value,
      from: from.value, until: until.value
    };
    var count = 0;
    questions.forEach(function (question) {
      var some = false;
      question.claims.forEach(function (claim) {
        var hidden = !wanted(claim, asked);
        if (!hidden) { some = true; count += 1; }
        if (hidden !== claim.hidden) { claim.hidden = hidden; claim.node.hidden = hidden; }
      });
      if (question.hidden === some) { question.hidden = !some; question.node.hidden = !some; }
    });
    var label = count === all ? shown.dataset.all : shown.dataset.some;
    shown.textContent = label.replace("{n}", written(count)).replace("{all}", written(all));
    return count;
  }

  var orders = {
    date: function (a, b) { return a.place - b.place; },
    latest: function (a, b) { return (a.day < b.day ? 1 : a.day > b.day ? -1 : 0) || a.place - b.place; },
    state: function (a, b) { return a.order - b.order || a.place - b.place; },
    speaker: function (a, b) { return name(a).localeCompare(name(b)) || a.place - b.place; }
  };

  function name(claim) {
    return claim.node.querySelector("b").textContent;
  }

  function arrange() {
    questions.forEach(function (question) {
      if (question.claims.length < 2) return;
      var nodes = question.claims.slice().sort(orders[sort.value]).map(function (claim) { return claim.node; });
      question.list.append.apply(question.list, nodes);
    });
  }

  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    var hidden = target.closest("[hidden]");
    if (hidden) { form.reset(); filter(); }
    for (var outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
    target.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(function () { filter(); arrange(); }, 0); });
  sort.addEventListener("change", arrange);
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (node) { node.open = true; node.dataset.closed = "1"; });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-closed]").forEach(function (node) { node.open = false; delete node.dataset.closed; });
  });
  filter();
  reveal();
})();

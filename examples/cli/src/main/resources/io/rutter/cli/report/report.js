"use strict";
// Nothing here makes markup of text: every text of the mesh becomes a text node.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const calls = data.calls;
  const PAGE = 50;
  const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]);

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function byId(id) {
    return document.getElementById(id);
  }

  // Conditions: true, false, or undefined for what the page cannot know.

  function parsed(path) {
    const at = path.indexOf("?");
    const query = new Map();
    if (at >= 0) {
      for (const part of path.slice(at + 1).split("&")) {
        const is = part.indexOf("=");
        const name = is < 0 ? part : part.slice(0, is);
        if (!query.has(name)) {
          query.set(name, is < 0 ? "" : part.slice(is + 1));
        }
      }
    }
    return {path: at < 0 ? path : path.slice(0, at), query};
  }

  /** The text that a test looks at; null: there is none; undefined: not known here. */
  function value(test, call) {
    switch (test.of) {
      case "path": return call.path;
      case "method": return call.method;
      case "query": return call.query.has(test.name) ? call.query.get(test.name) : null;
      case "header":
        if (test.name.startsWith(":")) {
          return undefined;
        }
        return call.headers.has(test.name) ? call.headers.get(test.name) : null;
      default: return undefined;
    }
  }

  function expression(test, text, whole) {
    if (!test.plain) {
      return undefined;
    }
    try {
      return new RegExp(whole ? "^(?:" + test.text + ")$" : test.text, "u").test(text);
    } catch (e) {
      return undefined;
    }
  }

  function holds(test, call) {
    let text = value(test, call);
    if (text === undefined) {
      return undefined;
    }
    if (text === null) {
      if (!test.missingIsEmpty) {
        return false;
      }
      text = "";
    }
    let wanted = test.text || "";
    const given = text;
    if (test.ignoreCase) {
      text = text.toLowerCase();
      wanted = wanted.toLowerCase();
    }
    switch (test.is) {
      case "present": return true;
      case "exact": return text === wanted;
      case "prefix": return text.startsWith(wanted);
      case "separated_prefix":
        return text.startsWith(wanted) && (text.length === wanted.length || text[wanted.length] === "/");
      case "suffix": return text.endsWith(wanted);
      case "contains": return text.includes(wanted);
      case "regex": return expression(test, given, true);
      case "regex_part": return expression(test, given, false);
      case "range": {
        const [first, last] = wanted.split(" ").map(Number);
        return /^[+-]?\d+$/.test(given) && Number(given) >= first && Number(given) < last;
      }
      default: return undefined;
    }
  }

  function evaluate(condition, call) {
    if (condition === true || condition === false) {
      return condition;
    }
    if (condition.all || condition.any) {
      const decides = Boolean(condition.any);
      let unknown = false;
      for (const part of condition.all || condition.any) {
        const met = evaluate(part, call);
        if (met === decides) {
          return decides;
        }
        unknown = unknown || met === undefined;
      }
      return unknown ? undefined : !decides;
    }
    if (condition.not !== undefined) {
      const met = evaluate(condition.not, call);
      return met === undefined ? undefined : !met;
    }
    return condition.unknown ? undefined : holds(condition, call);
  }

  /** The rule that takes a call, or why that cannot be said here. */
  function decide(division, call) {
    if (!METHODS.has(call.method)) {
      return {unknown: "Envoy may refuse this method: ask rutter simulate."};
    }
    for (const [name, text] of call.headers) {
      if (!/^[a-z0-9.-]+$/.test(name) || !/^[\x20-\x7e]*$/.test(text)) {
        return {unknown: "Envoy may refuse this header: ask rutter simulate."};
      }
    }
    if (/\/\/|\/\.\.?(\/|$)|[^\x21-\x7e]|[\\%#]/.test(call.path) && division.rules.some((rule) => rule.if !== true)) {
      return {unknown: "The path has parts that Envoy may change before it routes: ask rutter simulate."};
    }
    for (let at = 0; at < division.rules.length; at++) {
      const met = evaluate(division.rules[at].if, call);
      if (met === undefined) {
        return {unknown: "Rule " + (at + 1) + " decides by what this page cannot know: "
            + division.rules[at].words + ". Ask rutter simulate."};
      }
      if (met) {
        return {rule: at, answer: division.rules[at].answer};
      }
    }
    return {answer: division.otherwise};
  }

  function find(client, host, port, scheme) {
    const named = (known) => known.host === host
        || (known.host.startsWith("*") && host.endsWith(known.host.slice(1)));
    const all = client.calls.filter((one) => one.port === port && one.scheme === scheme && named(one));
    all.sort((a, b) => (a.host === host ? -1 : b.host === host ? 1 : b.host.length - a.host.length));
    return all[0];
  }

  /** For tests and for people with a console: where a call goes. */
  function answer(proxy, scheme, host, port, method, path, headers) {
    const client = calls.clients.find((one) => one.proxies.includes(proxy));
    const known = client && find(client, host, port, scheme);
    if (!known) {
      return {unknown: "Nothing is known of this place."};
    }
    const call = Object.assign(parsed(path), {method, headers: new Map(headers)});
    const end = decide(calls.divisions[known.division], call);
    return Object.assign(end, {division: calls.divisions[known.division],
        to: end.answer === undefined ? undefined : calls.answers[end.answer].to});
  }

  // Lists that grow when asked, so that a large mesh costs nothing until somebody looks.

  function growing(parent, items, draw, empty) {
    parent.replaceChildren();
    if (items.length === 0) {
      parent.append(make("p", {}, empty));
      return;
    }
    const list = make(draw.tag || "ul", {class: "rutter-list"});
    parent.append(list);
    const more = make("button", {type: "button"});
    let shown = 0;
    function grow() {
      const first = shown;
      for (const item of items.slice(shown, shown + PAGE)) {
        list.append(draw(item));
      }
      shown = Math.min(items.length, shown + PAGE);
      more.textContent = "Show more (" + shown + " of " + items.length + ")";
      more.hidden = shown >= items.length;
      if (first > 0) {
        const next = list.children[first];
        next.setAttribute("tabindex", "-1");
        next.focus();
      }
    }
    more.addEventListener("click", grow);
    parent.append(more);
    grow();
  }

  function filtered(inputId, listId, items, text, draw, empty) {
    const input = byId(inputId);
    const update = () => {
      const wanted = input.value.trim().toLowerCase();
      const left = items.filter((item) => text(item).toLowerCase().includes(wanted));
      byId(listId + "-count").textContent = left.length + " of " + items.length;
      growing(byId(listId), left, draw, empty);
    };
    input.addEventListener("input", update);
    update();
  }

  function place(at, label) {
    const index = data.sources.findIndex((source) => source.name === at.file);
    const text = label || (at.file + ":" + at.line + ":" + at.column);
    return index < 0
        ? document.createTextNode(text)
        : make("a", {href: "#source-" + index + "-" + at.line}, text);
  }

  function ends(index) {
    if (index === undefined) {
      return [make("span", {class: "rutter-dim"}, "no call was found that gets here")];
    }
    const known = calls.answers[index];
    const lines = make("ul", {class: "rutter-plain"});
    known.lines.forEach((line) => lines.append(make("li", {}, line)));
    const origins = make("ul", {class: "rutter-plain"});
    known.origins.forEach((origin) => {
      const item = make("li", {}, origin.rule);
      if (origin.file) {
        item.append(" ", place(origin));
      }
      origins.append(item);
    });
    return [lines, make("p", {class: "rutter-dim"}, "for example " + known.example), origins];
  }

  function heads(...names) {
    const row = make("tr");
    names.forEach((name) => row.append(make("th", {scope: "col"}, name)));
    return make("thead", {}, row);
  }

  function rules(division, caption) {
    const body = make("tbody");
    const row = (number, words, end) => {
      const [lines, example, origins] = ends(end);
      body.append(make("tr", {},
          make("th", {scope: "row"}, number),
          make("td", {}, words),
          make("td", {}, lines, example || ""),
          make("td", {}, origins || "")));
    };
    division.rules.forEach((rule, at) => row(String(at + 1), rule.words, rule.answer));
    if (division.otherwise !== undefined) {
      row("else", "no rule", division.otherwise);
    }
    return make("div", {class: "rutter-scroll", role: "region", tabindex: "0", "aria-label": caption},
        make("table", {}, make("caption", {}, caption), heads("", "Calls", "What happens", "Because of"), body));
  }

  // Hosts.

  const hosts = new Map();
  calls.clients.forEach((client) => client.calls.forEach((call) => {
    const name = call.scheme + "://" + call.host + ":" + call.port;
    if (!hosts.has(name)) {
      hosts.set(name, new Map());
    }
    const of = hosts.get(name);
    of.set(call.division, (of.get(call.division) || []).concat([client]));
  }));

  function who(clients) {
    return some(clients.flatMap((client) => client.proxies));
  }

  function some(names) {
    return names.length > 3 ? names.slice(0, 3).join(", ") + " and " + (names.length - 3) + " more" : names.join(", ");
  }

  /** All names where there are few, else some of them, and all when asked. */
  function proxies(names) {
    return names.length > 3
        ? make("details", {}, make("summary", {}, some(names)), make("p", {}, names.join(", ")))
        : make("p", {}, names.join(", "));
  }

  function drawHost(name) {
    const details = make("details", {}, make("summary", {}, name));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) {
        hosts.get(name).forEach((clients, division) => {
          const known = calls.divisions[division];
          details.append(rules(known, name + " from " + who(clients)));
          if (known.policies) {
            details.append(make("p", {}, "Policies decide who may call; this is where calls go that they allow."));
          }
        });
      }
    });
    return make("li", {}, details);
  }

  filtered("host-filter", "host-list", [...hosts.keys()].sort(), (name) => name, drawHost, "No host.");

  // Proxies, problems, changes.

  filtered("proxy-filter", "proxy-list", data.proxies, (proxy) => proxy.name + " " + proxy.type, (proxy) =>
      make("li", {}, make("strong", {}, proxy.name), " " + proxy.type + ": " + proxy.resources), "No proxy.");

  function drawProblem(problem) {
    const item = make("li", {class: "rutter-" + problem.severity},
        make("strong", {}, problem.severity), " " + problem.code + ": " + problem.message);
    if (problem.object) {
      item.append(" (" + problem.object + (problem.path ? " " + problem.path : "") + ")");
    }
    if (problem.file) {
      item.append(" ", place(problem));
    }
    return item;
  }

  filtered("problem-filter", "problem-list", data.problems,
      (problem) => [problem.severity, problem.code, problem.message, problem.object || "", problem.file || ""].join(" "),
      drawProblem, "No problems.");

  if (data.diff) {
    growing(byId("behaviour-list"), data.diff.behaviour, (change) => {
      const changes = make("ul", {});
      change.changes.forEach((one) => changes.append(make("li", {}, one)));
      const item = make("li", {}, make("strong", {}, change.what), " ", change.way, " ", proxies(change.proxies), changes,
          make("p", {class: "rutter-dim"}, "for example " + change.example));
      const causes = make("ul", {class: "rutter-plain"});
      change.causes.forEach((cause) => {
        const line = make("li", {}, cause.when + " because of " + cause.rule + " ");
        if (cause.file) {
          line.append(place(cause));
        }
        causes.append(line);
      });
      item.append(causes);
      return item;
    }, "No call ends differently.");
    growing(byId("resource-list"), data.diff.resources, (change) => {
      const fields = make("ul", {class: "rutter-plain"});
      change.fields.forEach((field) => fields.append(make("li", {}, field)));
      return make("li", {}, make("strong", {}, change.what), proxies(change.proxies), fields);
    }, "No resource differs.");
    growing(byId("finding-list"), data.diff.findings, (change) =>
        make("li", {}, make("strong", {}, change.change), " " + change.problem), "No finding appears or disappears.");
  }

  // Sources.

  function drawSource(index, line) {
    const source = data.sources[index];
    const around = source.lines.length > 2000 ? 300 : source.lines.length;
    const first = Math.max(1, line - around);
    const last = Math.min(source.lines.length, line + around);
    const list = make("ol", {class: "rutter-code", start: String(first)});
    let chosen = null;
    for (let number = first; number <= last; number++) {
      const item = make("li", {value: String(number)}, make("code", {}, source.lines[number - 1]));
      if (number === line) {
        item.setAttribute("class", "rutter-chosen");
        item.setAttribute("tabindex", "-1");
        item.setAttribute("aria-current", "true");
        chosen = item;
      }
      list.append(item);
    }
    const parts = first > 1 || last < source.lines.length
        ? [make("p", {}, "Lines " + first + " to " + last + " of " + source.lines.length)] : [];
    byId("source-text").replaceChildren(make("h3", {}, source.name), ...parts, list);
    byId("source-file").value = String(index);
    return chosen;
  }

  data.sources.forEach((source, index) =>
      byId("source-file").append(make("option", {value: String(index)}, source.name)));
  byId("source-file").addEventListener("change", (event) => drawSource(Number(event.target.value), 1));

  function follow() {
    const found = /^#source-(\d+)-(\d+)$/.exec(location.hash);
    if (found && data.sources[Number(found[1])]) {
      const chosen = drawSource(Number(found[1]), Number(found[2]));
      if (chosen) {
        chosen.scrollIntoView({block: "center"});
        chosen.focus({preventScroll: true});
      }
    }
  }
  window.addEventListener("hashchange", follow);
  follow();

  // Where does this request go?

  const form = byId("try-form");
  const fields = {};
  ["client", "place", "method", "path", "headers"].forEach((name) => { fields[name] = byId("try-" + name); });

  calls.clients.forEach((client, index) =>
      fields.client.append(make("option", {value: String(index)}, who([client]) + " (" + client.type + ")")));

  function drawPlaces() {
    const client = calls.clients[Number(fields.client.value)];
    const names = client ? client.calls.map((call) => call.scheme + "://" + call.host + ":" + call.port) : [];
    names.sort();
    byId("try-places").replaceChildren(...names.slice(0, 1000).map((name) => make("option", {value: name})));
    if (!names.includes(fields.place.value)) {
      fields.place.value = names[0] || "";
    }
  }

  function headers(text) {
    const all = new Map();
    for (const line of text.split("\n")) {
      const at = line.indexOf(":");
      if (at > 0) {
        const name = line.slice(0, at).trim().toLowerCase();
        const given = line.slice(at + 1).trim();
        all.set(name, all.has(name) ? all.get(name) + "," + given : given);
      }
    }
    return all;
  }

  function tryIt() {
    const out = byId("try-answer");
    const client = calls.clients[Number(fields.client.value)];
    const wanted = /^(https?|tls|tcp):\/\/(.*):(\d+)$/.exec(fields.place.value.trim());
    if (!client || !wanted) {
      out.replaceChildren(make("p", {}, client ? "Name a place as http://HOST:PORT." : "The mesh has no client."));
      return;
    }
    const path = fields.path.value;
    if (!path.startsWith("/")) {
      out.replaceChildren(make("p", {}, "A path begins with a slash."));
      return;
    }
    const end = answer(client.proxies[0], wanted[1], wanted[2], Number(wanted[3]), fields.method.value, path,
        headers(fields.headers.value));
    if (end.unknown) {
      out.replaceChildren(make("p", {}, end.unknown));
      return;
    }
    const rule = end.rule === undefined ? "No rule takes it." : "Rule " + (end.rule + 1) + " takes it: " + end.division.rules[end.rule].words;
    const parts = [make("p", {}, make("strong", {}, rule)), ...ends(end.answer)];
    if (end.division.policies) {
      parts.push(make("p", {}, "Policies decide who may call; this is where it goes if they allow it."));
    }
    out.replaceChildren(...parts);
  }

  fields.client.addEventListener("change", drawPlaces);
  form.addEventListener("input", tryIt);
  form.addEventListener("change", tryIt);
  form.addEventListener("submit", (event) => { event.preventDefault(); tryIt(); });
  drawPlaces();
  tryIt();
  window.rutterAnswer = (...call) => answer(...call);
})();

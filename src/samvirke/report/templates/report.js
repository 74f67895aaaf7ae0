// Two conveniences. Without them every link leads to the same place, and every alternative can be ticked.
"use strict";

// What a figure rests on, opened where the reader is. It says what the figure's row in the annex says, the
// assumptions with what their own rows say, and the parts; it makes up nothing.
const panel = document.querySelector("dialog");
const heading = panel.querySelector("h2");
const said = panel.querySelector("h2 + div");
const there = panel.querySelector("h2 + div + p a");

function made(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

// What stands in an element, to be shown once more: a place has its name only once.
function copied(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
  return copy.childNodes;
}

function stretch(cell) {
  return cell.querySelector(":scope > span:only-child") ?? cell;
}

function assumption(link) {
  const row = document.getElementById(link.hash.slice(1)).closest("tr");
  const [, value, basis] = [...row.cells].map(stretch);
  return made("li", link, ": ", ...copied(value), made("div", ...copied(basis)));
}

function rests(cell) {
  const [assumptions, others] = [made("ul"), made("p")];
  for (const node of [...copied(stretch(cell))]) {
    if (node.hash?.startsWith("#assumption-")) assumptions.append(assumption(node));
    else if (node.textContent.trim() !== ";" && (node.nodeName !== "BR" || others.hasChildNodes())) others.append(node);
  }
  return [assumptions, others].filter((one) => one.hasChildNodes());
}

function show(link) {
  const row = document.getElementById(link.hash.slice(1)).closest("tr");
  const [called, , what, ground] = row.cells;
  const heads = row.closest("table").tHead.rows[0].cells;
  const [, , alternative, , parts] = copied(stretch(called)); // under each other, with breaks between
  const tree = document.getElementById(parts.hash.slice(1));
  there.href = link.hash;
  heading.replaceChildren(...copied(tree.parentNode.querySelector("summary")));
  said.replaceChildren(
    made("p", alternative), made("p", ...copied(stretch(what))),
    made("h3", heads[3].textContent), ...rests(ground),
    made("h3", parts.textContent), made("ul", ...copied(tree)),
  );
  if (!panel.open) {
    link.focus(); // where the reader comes back to; not every browser puts focus on what is clicked
    panel.showModal();
  }
  heading.focus();
  panel.scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.hash.startsWith("#figure-") && link !== there) {
    event.preventDefault();
    show(link);
  } else if (panel.open) {
    panel.close(); // and the link leads to its place
  }
});

// How much more the second of two amounts is than the first, as the report writes numbers.
function difference(amounts) {
  if (amounts.length !== 2 || amounts.includes(undefined)) return "";
  const [first, second] = amounts.map(Number);
  const places = Number.isInteger(first) && Number.isInteger(second) ? 0 : 1;
  const form = { minimumFractionDigits: places, maximumFractionDigits: places, signDisplay: "exceptZero" };
  return new Intl.NumberFormat(document.documentElement.lang, form).format(second - first).replace("-", "−");
}

// Two of the alternatives against each other, and only the questions on which those that are shown differ.
for (const view of document.querySelectorAll(".side-by-side")) {
  const boxes = [...view.querySelectorAll("fieldset input")];
  const pair = [...view.querySelectorAll("select")];
  const apart = view.querySelector(".two input");

  const told = view.querySelector(".said");
  const [head, ...rows] = view.querySelectorAll("tr");
  head.append(made("th"));
  head.lastChild.scope = "col";
  rows.forEach((row) => row.append(made("td")));
  for (const row of [head, ...rows]) row.lastChild.className = "difference";

  const narrow = () => {
    const shown = boxes.flatMap((box, number) => (box.checked ? [number + 1] : []));
    for (const row of rows) {
      const answers = shown.map((number) => row.cells[number].textContent);
      row.hidden = apart.checked && answers.length > 1 && new Set(answers).size === 1;
      row.lastChild.textContent = difference(shown.map((number) => row.cells[number].dataset.amount));
    }
    const [first, second] = shown.map((number) => boxes[number - 1].parentNode.textContent.trim());
    head.lastChild.textContent = shown.length === 2 ? `${second} minus ${first}` : "";
    for (const row of [head, ...rows]) row.lastChild.hidden = shown.length !== 2;
  };
  const say = () => {
    const chosen = pair.map((select) => select.value);
    const one = chosen.includes("") && chosen.some((value) => value !== "");
    told.textContent = one ? told.dataset.one : chosen[0] !== "" && chosen[0] === chosen[1] ? told.dataset.same : "";
  };
  const choose = () => {
    const chosen = pair.map((select) => select.value);
    boxes.forEach((box, number) => (box.checked = chosen.includes("") || chosen.includes(String(number))));
    narrow();
    say();
  };
  const tick = () => {
    const ticked = boxes.flatMap((box, number) => (box.checked ? [String(number)] : []));
    pair.forEach((select, place) => (select.value = ticked.length === 2 ? ticked[place] : ""));
    narrow();
    say();
  };

  for (const select of pair) {
    select.append(...boxes.map((box, number) => new Option(box.parentNode.textContent.trim(), number)));
    select.addEventListener("change", choose);
  }
  boxes.forEach((box) => box.addEventListener("change", tick));
  apart.addEventListener("change", narrow);
  view.querySelector(".two").hidden = boxes.length < 3;
  tick(); // a browser may have kept what was ticked before
}

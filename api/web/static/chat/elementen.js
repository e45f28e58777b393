// The smallest parts of which everything is made. Text goes in as text, never as HTML; no element gets a style attribute.

const SVG = "http://www.w3.org/2000/svg";

// Each drawn on 24 by 24, as strokes.
const PADEN = {
  goed: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M7 12.5l3.5 3.5 6.5-7.5",
  letop: "M12 3 1.8 21h20.4zM12 9.5v5.5M12 17.6v.6",
  nee: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M8 8l8 8M16 8l-8 8",
  info: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M12 10.5V17M12 6.8v.6",
  vraag: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M12 17v.6",
  gesprek: "M3 4h18v13h-9l-5 4v-4H3zM7.5 8.7h9M7.5 12.3h6",
  sluit: "M5 5l14 14M19 5 5 19",
  stuur: "M3 12 21 3.5 15.5 21l-3.7-7.2z",
  omhoog: "M7 10.5V21H3V10.5zM7 10.5 11.5 2c1.7 0 2.6 1.2 2.3 2.8L13 9h7.4l-1.9 12H7",
  omlaag: "M7 13.5V3H3v10.5zM7 13.5l4.5 8.5c1.7 0 2.6-1.2 2.3-2.8L13 15h7.4L18.5 3H7",
  mens: "M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M3.5 21c.6-4.3 4-6.5 8.5-6.5s7.9 2.2 8.5 6.5",
  bron: "M5 3h10l4 4v14H5zM8.5 11h7M8.5 15h7",
  opnieuw: "M20 12a8 8 0 1 1-2.4-5.700M20 2.500v5h-5",
};

/** An element: `el("p.tekst", {lang: "nl", onclick: …}, "Hallo", …)`. What is null, undefined or false is left out. */
export function el(soort, opties = {}, ...inhoud) {
  const [naam, ...klassen] = soort.split(".");
  const knoop = document.createElement(naam);
  if (klassen.length) knoop.className = klassen.join(" ");
  for (const [sleutel, waarde] of Object.entries(opties)) {
    if (waarde === undefined || waarde === null || waarde === false) continue;
    if (typeof waarde === "function") knoop.addEventListener(sleutel.slice(2), waarde);
    else knoop.setAttribute(sleutel, waarde === true ? "" : waarde);
  }
  knoop.append(...inhoud.flat().filter((deel) => deel !== undefined && deel !== null && deel !== false));
  return knoop;
}

/** A drawing that says nothing by itself: words always stand beside it. */
export function teken(naam) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [sleutel, waarde] of Object.entries({ viewBox: "0 0 24 24", class: "teken", "aria-hidden": "true" })) svg.setAttribute(sleutel, waarde);
  const pad = document.createElementNS(SVG, "path");
  pad.setAttribute("d", PADEN[naam]);
  svg.append(pad);
  return svg;
}

/** A button. `soort`: "hoofd" (the one thing to do), "knop" or "stil". */
export function knop(soort, inhoud, bijKlik, opties = {}) {
  return el(`button.${soort}`, { type: "button", onclick: bijKlik, ...opties }, inhoud);
}

/** Words for somebody who listens. */
export const verborgen = (tekst) => el("span.verborgen", {}, tekst);

/** A file that the browser keeps. */
export function bewaarBestand(naam, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: naam });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

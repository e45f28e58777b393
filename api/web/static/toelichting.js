// Under a verdict: why it is so and what would change it, and the same as a PDF to keep.

import { citaat, element } from "./elementen.js";

const STORING = "Dit lukt nu niet. Probeer het zo nog eens.";

async function haal(pad, opties) {
  const antwoord = await fetch(pad, opties);
  if (!antwoord.ok) throw new Error(antwoord.statusText);
  return antwoord;
}

// What the verdict was given on. It holds more than was filled in, such as how the activity was read; the check takes
// only the fields of its schema.
async function vraag(uitkomst, wat) {
  const pad = `/v1/checks/${encodeURIComponent(uitkomst.check)}`;
  const { schema } = await (await haal(pad)).json();
  const velden = Object.entries(uitkomst.gegevens).filter(([veld]) => veld in schema.properties);
  return haal(`${pad}/${wat}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(Object.fromEntries(velden)),
  });
}

function deel(titel, punten, anders) {
  const inhoud = punten.length ? element("ul", "aannames", ...punten.map((punt) => element("li", "", ...punt))) : element("p", "", anders);
  return punten.length || anders ? [element("p", "kopje", titel), inhoud] : [];
}

async function toonWaarom(uitkomst, plek) {
  const { waarom, watAls, watAlsZin, vervolg, vervolgZin } = await (await vraag(uitkomst, "toelichting")).json();
  plek.replaceChildren(
    element("p", "kopje", "Waarom?"),
    element("p", "tekst", waarom.tekst),
    ...deel("Wat als?", watAls.map((een) => [een.tekst]), watAlsZin),
    ...deel("Wat volgt er?", vervolg.map((stap) => [stap.tekst, citaat(stap.bron)]), vervolgZin),
  );
}

async function bewaarPdf(uitkomst, plek) {
  const antwoord = await vraag(uitkomst, "pdf");
  const link = element("a");
  link.href = URL.createObjectURL(await antwoord.blob());
  link.download = /filename="([^"]+)"/.exec(antwoord.headers.get("Content-Disposition"))?.[1] ?? "uitkomst.pdf";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  plek.replaceChildren(element("p", "", "De PDF is gedownload."));
}

function knop(titel, doe) {
  const knoop = element("button", "", titel);
  knoop.type = "button";
  knoop.addEventListener("click", doe);
  return knoop;
}

/** The two buttons and the place where what they bring is shown. */
export function toelichting(uitkomst) {
  const plek = element("div", "toelichting");
  const probeer = (doe) => () => doe(uitkomst, plek).catch(() => plek.replaceChildren(element("p", "", STORING)));
  const knoppen = element("div", "knoppen", knop("Waarom?", probeer(toonWaarom)), knop("Download als PDF", probeer(bewaarPdf)));
  return [knoppen, plek];
}

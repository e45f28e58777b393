// The conversation: sends a message, shows the reply, and remembers both for as long as this tab is open.

import { antwoordElement, foutElement, knoppenrij, vraagElement } from "./weergave.js";

const SLEUTEL = "gesprek";
const WACHTTIJD = 30_000; // milliseconds; longer than the service itself ever waits
const STORING = "De assistent is nu niet bereikbaar. Uw vraag is niet verloren. Probeer het zo nog eens.";

const gesprek = document.getElementById("gesprek");
const bezig = document.getElementById("bezig");
const formulier = document.getElementById("formulier");
const invoer = document.getElementById("invoer");
const gemeente = document.getElementById("gemeente");
const stuurknop = formulier.querySelector("[type=submit]");

let staat = lees();
let onderweg = false;

function lees() {
  try {
    return JSON.parse(sessionStorage.getItem(SLEUTEL)) ?? { gesprekId: null, gemeente: "", beurten: [] };
  } catch {
    return { gesprekId: null, gemeente: "", beurten: [] };
  }
}

function bewaar() {
  try {
    sessionStorage.setItem(SLEUTEL, JSON.stringify(staat));
  } catch {
    // Storage is full or switched off: the conversation then lives only on this page.
  }
}

function toon(knoop) {
  gesprek.append(knoop);
}

// The question at the top of the window, so that reading starts where the reply starts.
function toonLaatsteVraag() {
  [...gesprek.querySelectorAll(".u")].at(-1)?.scrollIntoView({ block: "start" });
}

function toonReactie(reactie) {
  for (const antwoord of reactie.antwoorden) toon(antwoordElement(antwoord, stuur));
  const keuzes = reactie.verwacht?.type === "ja_nee" ? ["Ja", "Nee"] : (reactie.verwacht?.keuzes ?? []);
  const alKnoppen = reactie.antwoorden.at(-1)?.knoppen.length > 0;
  if (keuzes.length && !alKnoppen) {
    gesprek.lastElementChild.append(knoppenrij(keuzes.map((keuze) => ({ titel: keuze, bericht: keuze })), stuur));
  }
  invoer.inputMode = reactie.verwacht?.type === "getal" ? "decimal" : "text";
}

function zetBezig(aan) {
  onderweg = aan;
  stuurknop.disabled = aan;
  bezig.textContent = aan ? "De assistent zoekt het antwoord…" : "";
}

async function vraag(bericht) {
  const body = { bericht };
  if (staat.gesprekId) body.gesprekId = staat.gesprekId;
  if (staat.gemeente) body.gemeente = staat.gemeente;
  const antwoord = await fetch("/v1/berichten", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(WACHTTIJD),
  });
  if (antwoord.status === 404 && staat.gesprekId) {
    staat.gesprekId = null; // removed, or kept long enough: go on in a new one
    return vraag(bericht);
  }
  if (antwoord.status >= 500) throw new Error(antwoord.statusText); // ours to solve: the user can send it again
  return { goed: antwoord.ok, inhoud: await antwoord.json() };
}

async function stuur(bericht) {
  if (onderweg || !bericht.trim()) return;
  staat.beurten.push({ vraag: bericht });
  bewaar();
  toon(vraagElement(bericht));
  toonLaatsteVraag();
  await verstuur(bericht);
  invoer.focus({ preventScroll: true });
}

async function verstuur(bericht) {
  zetBezig(true);
  try {
    const { goed, inhoud } = await vraag(bericht);
    if (!goed) {
      toon(foutElement((inhoud.fouten ?? []).map((fout) => fout.melding).join(" ") || inhoud.detail || STORING, null));
      return;
    }
    staat.gesprekId = inhoud.gesprekId;
    staat.beurten.push({ reactie: inhoud });
    bewaar();
    toonReactie(inhoud);
  } catch {
    const kaart = foutElement(STORING, () => {
      if (onderweg) return;
      kaart.remove();
      verstuur(bericht);
    });
    toon(kaart);
  } finally {
    zetBezig(false);
    toonLaatsteVraag();
  }
}

formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const bericht = invoer.value;
  if (onderweg || !bericht.trim()) return;
  invoer.value = "";
  stuur(bericht);
});

invoer.addEventListener("keydown", (toets) => {
  if (toets.key === "Enter" && !toets.shiftKey && !toets.isComposing) {
    toets.preventDefault();
    formulier.requestSubmit();
  }
});

gemeente.addEventListener("change", () => {
  staat.gemeente = gemeente.value;
  bewaar();
});

document.getElementById("opnieuw").addEventListener("click", () => {
  sessionStorage.removeItem(SLEUTEL);
  location.reload();
});

for (const knop of document.querySelectorAll("#voorbeelden button")) {
  knop.addEventListener("click", () => stuur(knop.dataset.bericht));
}

gemeente.value = staat.gemeente;
for (const beurt of staat.beurten) {
  if (beurt.vraag !== undefined) toon(vraagElement(beurt.vraag));
  else toonReactie(beurt.reactie);
}
toonLaatsteVraag();

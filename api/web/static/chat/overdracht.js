// The hand-over to a person: how to reach the desk, and what an employee says in the conversation, as it happens.

import { el, teken } from "./elementen.js";

const BEZIG = ["wacht", "in_gesprek"]; // in any other state nobody is coming or there

/** Where to find a person: the desk's own contact details, as far as they are set; else null. */
export function contact({ t, loket }) {
  const { naam, url, telefoon } = loket;
  if (!url && !telefoon) return null;
  return el(
    "p.contact",
    {},
    `${t.contact.replace("{naam}", naam)} `,
    url && el("a", { href: url }, url),
    url && telefoon && " · ",
    telefoon && el("a", { href: `tel:${telefoon.replaceAll(" ", "")}` }, telefoon),
  );
}

/** Under an answer that refers to a person. */
export function overdracht(omgeving) {
  const details = contact(omgeving);
  return details && el("div.overdracht", {}, teken("mens"), details);
}

/** Listens to the desk for as long as a person is on the way or there. */
export class Lijn {
  #dienst;
  #toon;
  #bron = null;
  #toestand = null;
  #tot = 0; // moment of the last message that is on the screen

  /** `toon("melding" | "medewerker", tekst)` shows how it stands, and what an employee says. */
  constructor(dienst, toon) {
    this.#dienst = dienst;
    this.#toon = toon;
  }

  /** What was said until then is on the screen already. */
  gezien(tijd) {
    this.#tot = Math.max(this.#tot, Date.parse(tijd));
  }

  /** Begins to listen; does nothing while it listens already. Without a hand-over it stops by itself. */
  luister(gesprekId) {
    if (this.#bron) return;
    this.#bron = new EventSource(this.#dienst.adres(`/v1/gesprekken/${gesprekId}/berichten`));
    this.#bron.addEventListener("toestand", ({ data }) => {
      const { toestand, tekst } = JSON.parse(data);
      if (!BEZIG.includes(toestand)) this.stop();
      if (toestand !== this.#toestand && toestand !== "geen") this.#toon("melding", tekst);
      this.#toestand = toestand;
    });
    this.#bron.addEventListener("bericht", ({ data }) => {
      const { afzender, tekst, verstuurdOp } = JSON.parse(data);
      if (Date.parse(verstuurdOp) <= this.#tot) return;
      this.gezien(verstuurdOp);
      if (afzender === "medewerker") this.#toon("medewerker", tekst);
    });
  }

  stop() {
    this.#bron?.close();
    this.#bron = null;
  }
}

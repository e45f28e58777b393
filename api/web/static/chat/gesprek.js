// The conversation itself, apart from how it looks: sends, tries again, and remembers for as long as this tab is open.

import { Misgegaan } from "./dienst.js";

const LEEG = { id: null, gemeente: "", open: null, beurten: [] };

/**
 * Events: "beurt" (detail: `{vraag}` or `{reactie, eerste}`, `eerste` being the number of its first answer), "bezig",
 * "mis" (detail: Misgegaan), "leeg" (nothing has been said any more).
 */
export class Gesprek extends EventTarget {
  #dienst;
  #sleutel;
  #wacht = null; // what was said and did not come through

  /** `sleutel`: under which name this tab remembers it. */
  constructor(dienst, sleutel) {
    super();
    this.#dienst = dienst;
    this.#sleutel = sleutel;
    this.bezig = false;
    this.staat = this.#lees();
  }

  get wachtend() {
    return this.#wacht !== null;
  }

  /** Changes what is remembered, such as `{gemeente: "hengelo"}`. */
  zet(deel) {
    Object.assign(this.staat, deel);
    this.#bewaar();
  }

  /** Says something, and waits for the reply. */
  async stuur(bericht) {
    if (this.bezig || !bericht.trim()) return;
    this.#voegToe({ vraag: bericht });
    this.#wacht = bericht;
    await this.probeer();
  }

  /** Sends again what did not come through. */
  async probeer() {
    if (this.bezig || this.#wacht === null) return;
    this.#zetBezig(true);
    try {
      const reactie = await this.#dienst.bericht(this.#wacht, this.staat.id, this.staat.gemeente);
      this.#wacht = null;
      this.#zetBezig(false);
      this.staat.id = reactie.gesprekId;
      this.#voegToe({ reactie, eerste: this.#aantalAntwoorden() });
    } catch (fout) {
      const mis = fout instanceof Misgegaan ? fout : new Misgegaan("storing");
      this.#zetBezig(false);
      if (mis.soort === "weg" && this.staat.id) {
        this.staat.id = null; // removed, or kept long enough: go on in a new one
        return this.probeer();
      }
      if (mis.soort === "invoer") this.#wacht = null; // the same again would be refused again
      this.dispatchEvent(new CustomEvent("mis", { detail: mis }));
    }
  }

  /** Starts anew; what was said stays with the service. */
  begin() {
    const { gemeente, open } = this.staat;
    this.#wacht = null;
    this.zet({ ...LEEG, gemeente, open, beurten: [] });
    this.dispatchEvent(new Event("leeg"));
  }

  #aantalAntwoorden() {
    return this.staat.beurten.reduce((som, beurt) => som + (beurt.reactie?.antwoorden.length ?? 0), 0);
  }

  #voegToe(beurt) {
    this.staat.beurten.push(beurt);
    this.#bewaar();
    this.dispatchEvent(new CustomEvent("beurt", { detail: beurt }));
  }

  #zetBezig(aan) {
    this.bezig = aan;
    this.dispatchEvent(new Event("bezig"));
  }

  #lees() {
    try {
      return { ...LEEG, beurten: [], ...JSON.parse(sessionStorage.getItem(this.#sleutel)) };
    } catch {
      return { ...LEEG, beurten: [] };
    }
  }

  #bewaar() {
    try {
      sessionStorage.setItem(this.#sleutel, JSON.stringify(this.staat));
    } catch {
      // Storage is full or switched off: the conversation then lives only on this page.
    }
  }
}

// The conversation itself, apart from how it looks: sends, tries again, and reads back what the service keeps of it.
// The tab remembers only which conversation it is, and what did not come through yet.

import { Misgegaan } from "./dienst.js";

const LEEG = { id: null, gemeente: "", open: null, verwacht: null, wacht: null };

/**
 * Events: "beurt" (detail: a turn), "terug" (detail: `{beurten, mens}`: all turns, read back, and whether a person is on
 * the way or there), "bezig", "mis" (detail: Misgegaan), "leeg".
 * A turn is `{vraag}`, `{medewerker, tijd}` or `{reactie, gesprekId, eerste, duimen}`: `reactie` as of the interface, `eerste` the number of its
 * first answer in that conversation, `duimen` the thumbs by number, when it was read back.
 */
export class Gesprek extends EventTarget {
  #dienst;
  #sleutel;
  #aantal = 0; // answers so far
  #terug = false; // whether what the service keeps is on the screen

  /** `sleutel`: under which name this tab remembers it. */
  constructor(dienst, sleutel) {
    super();
    this.#dienst = dienst;
    this.#sleutel = sleutel;
    this.bezig = false;
    this.staat = this.#lees();
    this.#terug = this.staat.id === null && this.staat.wacht === null;
  }

  get wachtend() {
    return this.staat.wacht !== null;
  }

  /** Changes what is remembered, such as `{gemeente: "hengelo"}`. */
  zet(deel) {
    Object.assign(this.staat, deel);
    try {
      sessionStorage.setItem(this.#sleutel, JSON.stringify(this.staat));
    } catch {
      // Storage is switched off: the conversation then lives only on this page.
    }
  }

  /** Says something, and waits for the reply. */
  async stuur(bericht) {
    if (this.bezig || !bericht.trim()) return;
    this.#meld("beurt", { vraag: bericht });
    this.zet({ wacht: bericht });
    await this.probeer();
  }

  /** Sends again what did not come through. */
  async probeer() {
    if (this.bezig || !this.wachtend) return;
    this.#zetBezig(true);
    try {
      await this.#leesTerug();
      const reactie = await this.#dienst.bericht(this.staat.wacht, this.staat.id, this.staat.gemeente);
      if (reactie.gesprekId !== this.staat.id) this.#aantal = 0;
      this.zet({ id: reactie.gesprekId, verwacht: reactie.verwacht, wacht: null });
      this.#zetBezig(false);
      this.#meld("beurt", this.#beurt(reactie));
    } catch (fout) {
      const mis = fout instanceof Misgegaan ? fout : new Misgegaan("storing");
      this.#zetBezig(false);
      if (mis.soort === "weg" && this.staat.id) {
        this.zet({ id: null }); // removed, or kept long enough: go on in a new one
        return this.probeer();
      }
      if (mis.soort === "invoer") this.zet({ wacht: null }); // the same again would be refused again
      this.#meld("mis", mis);
    }
  }

  /** Shows what the service keeps of this conversation, once. Raises Misgegaan when it cannot be reached. */
  async haalTerug() {
    if (this.#terug || this.bezig) return;
    await this.#leesTerug();
    if (this.wachtend) this.#meld("mis", new Misgegaan("storing"));
  }

  async #leesTerug() {
    if (this.#terug) return;
    const gesprek = this.staat.id && (await this.#dienst.gesprek(this.staat.id));
    this.#terug = true;
    if (!gesprek) this.zet({ id: null, verwacht: null });
    const duimen = new Map(gesprek?.feedback.map(({ antwoordIndex, duim }) => [antwoordIndex, duim]));
    const bewaard = gesprek?.beurten ?? [];
    const overdrachten = gesprek?.overdrachten ?? [];
    const vanMens = overdrachten.flatMap(({ berichten }) => berichten.filter(({ afzender }) => afzender === "medewerker"));
    const gezegd = bewaard.flatMap(({ bericht, antwoorden, tijd }, plaats) => {
      const verwacht = plaats === bewaard.length - 1 ? this.staat.verwacht : null;
      return [{ vraag: bericht, tijd }, { ...this.#beurt({ antwoorden, verwacht }, duimen), tijd }];
    });
    const beurten = [...gezegd, ...vanMens.map(({ tekst, tijd }) => ({ medewerker: tekst, tijd }))];
    beurten.sort((een, ander) => Date.parse(een.tijd) - Date.parse(ander.tijd));
    if (!this.bezig && bewaard.at(-1)?.bericht === this.staat.wacht) this.zet({ wacht: null }); // it did come through
    if (this.wachtend) beurten.push({ vraag: this.staat.wacht });
    this.#meld("terug", { beurten, mens: overdrachten.some(({ status }) => ["open", "opgepakt"].includes(status)) });
  }

  /** Starts anew; what was said stays with the service. */
  begin() {
    const { gemeente, open } = this.staat;
    this.#aantal = 0;
    this.#terug = true;
    this.zet({ ...LEEG, gemeente, open });
    this.#meld("leeg");
  }

  #beurt(reactie, duimen) {
    const beurt = { reactie, gesprekId: this.staat.id, eerste: this.#aantal, duimen };
    this.#aantal += reactie.antwoorden.length;
    return beurt;
  }

  #zetBezig(aan) {
    this.bezig = aan;
    this.#meld("bezig");
  }

  #meld(wat, detail) {
    this.dispatchEvent(new CustomEvent(wat, { detail }));
  }

  #lees() {
    try {
      return { ...LEEG, ...JSON.parse(sessionStorage.getItem(this.#sleutel)) };
    } catch {
      return { ...LEEG };
    }
  }
}

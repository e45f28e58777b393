// The one script that a site needs. `<ondernemersloket-chat>` then works wherever it stands on the page. A page without
// one gets one, made from the data of the script itself:
//   <script type="module" src="https://…/static/ondernemersloket-chat.js" data-gemeente="hengelo"></script>

import { OndernemersloketChat } from "./chat/element.js";

const NAAM = "ondernemersloket-chat";

if (!customElements.get(NAAM)) {
  customElements.define(NAAM, OndernemersloketChat);
  const script = [...document.scripts].find((een) => een.src === import.meta.url);
  if (script && !document.querySelector(NAAM)) {
    const element = document.createElement(NAAM);
    for (const { name, value } of script.attributes) if (name.startsWith("data-")) element.setAttribute(name.slice(5), value);
    document.body.append(element);
  }
}

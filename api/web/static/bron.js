// Where the contents stand beside the text there is room to show them. Without this script they can be opened by hand.
if (matchMedia("(min-width: 64rem)").matches) document.getElementById("inhoudsopgave").open = true;

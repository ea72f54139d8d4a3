// The card of who wants to join: a link that opens the operator's form, filled in. Nothing is sent from here.

const form = document.getElementById("card");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) said.append(name, value.trim());
  for (const [at, person, purpose] of [[0, "first", "signing"], [1, "second", "recovery"]]) {
    said.append(`keys.${at}.person`, person);
    said.append(`keys.${at}.purpose`, purpose);
  }
  document.getElementById("link").value = `${location.origin}${form.dataset.act}?${said}`;
  document.getElementById("made-card").hidden = false;
  document.getElementById("link").focus();
});

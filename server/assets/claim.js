// Keeps a preview beside its form up to date, and reads a file into a field. Without this, a button does the former.

for (const form of document.querySelectorAll("form[data-live]")) {
  let timer, asked = 0;
  const renew = async () => {
    const turn = (asked += 1);
    const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
    const response = await fetch(address).catch(() => undefined);
    // A later change has asked already, or nothing came: what is shown stays.
    if (!response?.ok || response.redirected || turn !== asked) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById(form.dataset.live);
    if (fresh && turn === asked) document.getElementById(form.dataset.live).replaceChildren(...fresh.childNodes);
    history.replaceState(null, "", address);
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(renew, 400); });
}

for (const picker of document.querySelectorAll("input[data-text]")) {
  picker.hidden = false;
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    if (file) document.getElementById(picker.dataset.text).value = await file.text();
  });
}

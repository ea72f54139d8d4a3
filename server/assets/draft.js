// Keeps what is typed into a form in this browser until it was signed, and works out the digests of files.

for (const form of document.querySelectorAll("form[data-draft]")) {
  const name = `orebook:draft:${form.dataset.draft}`;
  const is = (field) => field.name && !["hidden", "file", "submit"].includes(field.type);
  const fields = () => [...form.elements].filter(is);
  // What the address says counts more than what was kept. Forms that ask step by step have one draft together.
  const asked = new URLSearchParams(location.search);
  const kept = () => JSON.parse(localStorage.getItem(name) ?? "{}");
  if (!fields().some((field) => asked.has(field.name))) {
    const draft = kept();
    for (const field of fields()) {
      const values = draft[field.name];
      if (!values) continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else field.value = values[0];
    }
  }
  form.addEventListener("input", () => {
    const draft = kept();
    for (const field of fields()) delete draft[field.name];
    const data = new FormData(form);
    for (const field of fields()) if (data.has(field.name)) draft[field.name] = data.getAll(field.name);
    localStorage.setItem(name, JSON.stringify(draft));
  });
}

for (const picker of document.querySelectorAll("input[data-digest]")) {
  const field = document.getElementById(picker.dataset.digest);
  picker.hidden = false;
  picker.addEventListener("change", async () => {
    const digests = [];
    for (const file of picker.files) {
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      digests.push(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
    }
    field.value = digests.join(" ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// The list works by Tab and Space alone; with this also by j, k and x, as in a mail program.
for (const table of document.querySelectorAll("[data-worklist]")) {
  const links = [...table.querySelectorAll("tbody th a")];
  const hint = table.closest(".frame")?.nextElementSibling;
  if (hint?.classList.contains("keys")) hint.hidden = false;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const row = document.activeElement?.closest("tr");
    const at = links.findIndex((link) => link.closest("tr") === row);
    if (event.key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "k") links[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "x") row?.querySelector("input[type=checkbox]")?.click();
    else return;
    event.preventDefault();
  });
}

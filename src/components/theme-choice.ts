/** Shows the choice of a theme and stores it. The inline script of the head applies it. */
export function connectThemeChoice(choice: HTMLFieldSetElement): void {
  const radios = [...choice.querySelectorAll('input')];
  const show = (): void => {
    const theme = localStorage.getItem('theme') ?? 'system';
    for (const radio of radios) radio.checked = radio.value === theme;
  };
  try {
    show();
  } catch {
    // Without storage, the choice stays hidden.
    return;
  }
  choice.addEventListener('change', () => {
    const theme = radios.find((radio) => radio.checked)?.value ?? 'system';
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
    dispatchEvent(new Event('theme'));
  });
  for (const name of ['storage', 'pageshow']) addEventListener(name, show);
  choice.hidden = false;
}

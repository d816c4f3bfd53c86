/** Where notes do not stand in the margin, puts each that stands in a paragraph behind that paragraph's words, and back where they do. */
export function placeNotes(essay: ParentNode): void {
  const notes = [...essay.querySelectorAll<HTMLElement>('p > span.note')].map((note) => {
    const place = document.createComment('note');
    note.before(place);
    return { note, place };
  });
  const margin = matchMedia('screen and (min-width: 74rem)');
  const adapt = (): void => {
    for (const { note, place } of notes) {
      if (margin.matches) place.after(note);
      else place.parentNode?.append(note);
    }
  };
  margin.addEventListener('change', adapt);
  adapt();
}

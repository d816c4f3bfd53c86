import type { PreprintState } from './context.ts';
import { labelOf } from './context.ts';

/**
 * Renders the mark of a note, directly followed by its text if possible, so that both are on the same page. Within
 * tables, headings, captions, frames and notes TeX loses the text, so it is printed after the outermost of them.
 */
export function renderNoteReference(
  id: string,
  renderBody: (state: PreprintState) => string,
  state: PreprintState,
): string {
  const known = state.noteNumbers.get(id);
  const number = known ?? state.noteNumbers.size + 1;
  const label = labelOf(state.slug, `note-${number}`);
  const mark = `\\notemark{${label}}{${number}}`;
  if (known !== undefined) return mark;
  state.noteNumbers.set(id, number);
  const inner: string[] = [];
  const body = renderBody({ ...state, notes: inner, isNested: true, isStruck: false });
  const texts = [`\\notetext{${label}}{${number}}{${body}}`, ...inner];
  if (state.notes === null) return [mark, ...texts].join('');
  state.notes.push(...texts);
  return mark;
}

/** Renders a block in which notes cannot be printed, followed by its notes. */
export function withNotesAfter(state: PreprintState, render: (state: PreprintState) => string): string {
  if (state.notes !== null) return render(state);
  const notes: string[] = [];
  const block = render({ ...state, notes });
  return notes.length === 0 ? block : `${block}%\n${notes.join('%\n')}`;
}

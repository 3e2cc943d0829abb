/** Shows a dialog above everything. Answers with how it is closed, which gives the focus back to where it was. */
export function shownModally(dialog: HTMLDialogElement | null): (() => void) | undefined {
  if (!dialog) return undefined;
  dialog.showModal();
  return () => dialog.close();
}

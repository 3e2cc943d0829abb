/** A member's ID for people who may know that there is one, but not which: `R•••111`. Short ones show nothing. */
export function masked(memberId: string): string {
  const characters = Array.from(memberId);
  return characters.length < 6 ? '•••' : `${characters[0]}•••${characters.slice(-3).join('')}`;
}

import { z } from 'zod';

/** One theme, as rows and choices refer to it. */
export const ThemeId = z.uuid().brand<'ThemeId'>();
export type ThemeId = z.infer<typeof ThemeId>;

export const MOST_THEMES = 10;
export const LONGEST_THEME = 40;

/**
 * The form in which a theme is kept, so that "Billing  Center", "billing-center" and "#Billing center" are one: lower
 * case, words of letters and digits with one space between them. Null when nothing is left, or too much.
 */
export function normalTheme(typed: string): string | null {
  const words = typed
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}&+]+/u)
    .filter((word) => word !== '');
  const theme = words.join(' ');
  return theme === '' || theme.length > LONGEST_THEME ? null : theme;
}

export type TypedThemes =
  | { readonly kind: 'themes'; readonly names: readonly string[] }
  | { readonly kind: 'tooLong' };

/** Themes as people type them: separated by commas, semicolons or lines. Each once, in the order typed. */
export function themesIn(typed: string): TypedThemes {
  const parts = typed.split(/[,;\n]/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const names = parts.map(normalTheme);
  const whole = names.filter((name) => name !== null);
  return whole.length < names.length ? { kind: 'tooLong' } : { kind: 'themes', names: [...new Set(whole)] };
}

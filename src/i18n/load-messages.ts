import en from './en.js';
import type { Messages } from './messages.js';

/** Bundled, so that a text is there whatever the network does. */
export const english: Messages = en;

/** Literal imports, so that every bundler makes a chunk of each language. */
const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de.js')).default,
  ar: async () => (await import('./ar.js')).default,
};

/** The languages there are, as the first part of a BCP 47 tag. */
export const languageCodes: readonly string[] = Object.keys(languages);

const primary = (tag: string): string => tag.trim().toLowerCase().split('-')[0]!;

/** Whether there are texts for a BCP 47 tag. */
export const isSpoken = (tag: string): boolean => Object.hasOwn(languages, primary(tag));

/** The table's language for a BCP 47 tag: English where there is none for it. */
export const languageOf = (tag: string): string => (isSpoken(tag) ? primary(tag) : 'en');

/** The texts of a language; English when they cannot be loaded. */
export const loadMessages = (tag: string): Promise<Messages> => languages[languageOf(tag)]!().catch(() => english);

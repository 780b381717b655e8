// What the page says, and whose phones these are: given by the server with the page.

/** `base`: where the addresses of this page begin. @type {{ base: string, language: 'fr' | 'en', words: Record<string, string>, phones: { id: string, name: string, firstName: string, role: string }[] }} */
export const { base, language, words, phones } = JSON.parse(document.getElementById('declic').textContent)

/** A text of the page, its blanks filled: `{name}`. */
export const say = (key, blanks = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? '')

// Words come from the page, in its language, with {0} {1} for what is filled in.
export const fill = (text, ...values) => (text ?? "").replace(/\{(\d)\}/g, (_, n) => values[n] ?? "");

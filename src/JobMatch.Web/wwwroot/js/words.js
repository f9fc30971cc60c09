// Words come from the page, in its language, with {0} {1} for what is filled in; {0:person|people} is the first word for just one, as on the server.
export const fill = (text, ...values) => (text ?? "").replace(/\{(\d)(?::([^|}]*)\|([^}]*))?\}/g, (_, n, one, other) => other === undefined ? values[n] ?? "" : String(values[n]) === "1" ? one : other);

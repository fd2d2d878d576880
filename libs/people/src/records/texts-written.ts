// The texts that a person wrote: rows that came with the person's own events, which name them in fields that end in Text.

/** SQL, after a SELECT of columns of `text`; $1 is the person's id as text. */
export const TEXTS_WRITTEN = `FROM event CROSS JOIN LATERAL json_each_text(event.data) AS told (name, key)
  JOIN text ON text.plan = event.plan AND text.key = told.key AND text.recorded_at = event.recorded_at
  WHERE event.who ->> 'id' = $1::text AND told.name LIKE '%Text'`;

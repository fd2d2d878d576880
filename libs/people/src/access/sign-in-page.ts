// The page behind a sign-in link. The link only shows a button: what looks at links ahead of people must not use them up.

const page = (body: string) => `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stegvis</title></head>
<body><main><h1>Stegvis</h1>${body}</main></body>
</html>`;

export const signInPage = page(
  '<form method="post"><button type="submit">Logga in i den här webbläsaren <span lang="en">(sign in)</span></button></form>',
);

export const usedLinkPage = page(
  '<p>Länken är använd eller för gammal. Starta om Stegvis för att få en ny.</p><p lang="en">The link has been used or is too old. Restart Stegvis for a new one.</p>',
);

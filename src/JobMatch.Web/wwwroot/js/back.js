// The answer to a refused form is no page of its own: going back to it would ask the browser to send the form again, which it refuses. So it takes the address of the
// page that the form stood on; "back" then fetches that page. Runs before forms.js, whose drafts are kept by address.
if (document.querySelector(".error-summary.is-answer") && document.referrer) {
  const page = new URL(document.referrer);
  if (page.origin === location.origin) history.replaceState(history.state, "", page.href);
}

// Loads the page anew when the site has changed, and shows what is wrong with it.
(() => {
  const script = document.currentScript;
  const root = document.getElementById("ronde-preview").shadowRoot;
  let [server, page, findings] = script.dataset.version.split(".");

  const show = async () => {
    const answer = await fetch("/.ronde/findings");
    if (!answer.ok || !root) return;
    const closed = root.querySelector("aside.failed details:not([open])") !== null; // by whoever reads the page
    root.innerHTML = await answer.text();
    const details = root.querySelector("aside.failed details");
    if (closed && details) details.open = false;
  };

  const hear = (event) => {
    const [newServer, newPage, newFindings] = event.data.split(".");
    if (newServer !== server || newPage !== page) {
      location.reload();
    } else if (newFindings !== findings) {
      findings = newFindings;
      show();
    }
  };

  // A browser keeps six connections to a host: pages that nobody sees hold none.
  let events = null;
  const follow = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/.ronde/events");
      events.onmessage = hear;
    }
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      events = null;
      follow();
    }
  });
  follow();
})();

/* A key that is held down repeats itself: it would decide one claim after the other before anybody has read them. Only
   moving may repeat. */
if (!window.claimtrackHeldKeys) {
  window.claimtrackHeldKeys = true;
  window.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.repeat && !typing && /^[1-5fu]$/i.test(event.key)) event.stopImmediatePropagation();
  }, true);
}

/** What a page of the preview does besides: it loads itself anew after an edit, and shows what is wrong. */

const PATIENCE = 2000; // milliseconds before asking a server that does not answer again

/** @param {string[]} problems what the checks say, one text each */
function show(problems) {
  let box = document.getElementById("preview-problems");
  if (!box) {
    box = document.createElement("pre");
    box.id = "preview-problems";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;inset:auto 0 0;z-index:9;max-height:50vh;overflow:auto;margin:0;padding:1em;background:#3b1d1b;color:#fff;white-space:pre-wrap";
    document.body.append(box);
  }
  box.hidden = !problems.length;
  box.textContent = problems.join("\n");
}

/** @param {{version: number, problems: string[]}} known what the page shows */
async function follow(known) {
  try {
    const answer = await fetch(`/preview/state?after=${known.version}.${known.problems.length}`);
    const state = await answer.json();
    if (state.version !== known.version && known.version) {
      location.reload();
      return;
    }
    show(state.problems);
    follow(state);
  } catch {
    setTimeout(() => follow(known), PATIENCE);
  }
}

follow({ version: 0, problems: [] });

// What the pages need of the browser and Blazor does not offer.
window.scimbridge = {
    // Keeps a choice of the reader's for a year.
    remember(name, value) {
        const secure = location.protocol === "https:" ? "; Secure" : "";
        document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    },

    // Whether the system wants dark colours, for the next page to begin in them.
    rememberSystem() {
        this.remember("scimbridge.system", matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    },

    // Puts a text on the clipboard; false where the browser does not allow that.
    async copy(text) {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            return false;
        }
    },

    // Where the focus was before a part of the page took it, and back there once that has closed.
    keepFocus() {
        this.focused = document.activeElement;
    },

    returnFocus() {
        if (document.activeElement === document.body || document.activeElement === null) {
            (this.focused?.isConnected ? this.focused : document.querySelector("h1"))?.focus();
        }
    },

    // Gives the reader a text as a file.
    download(name, type, text) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([text], { type }));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
};

window.scimbridge.rememberSystem();

// Says what becomes of the connection. The page is loaded again only when the reader says so, since what they typed would be lost.
(() => {
    const dialog = document.getElementById("components-reconnect-modal");

    function show(when) {
        for (const part of dialog.querySelectorAll("[data-when]")) {
            part.hidden = !part.dataset.when.split(" ").includes(when);
        }

        if (!dialog.open) {
            dialog.showModal();
        }

        // The button that was pressed may be gone.
        if (!dialog.contains(document.activeElement) || document.activeElement.hidden) {
            dialog.querySelector("h2").focus();
        }
    }

    dialog.addEventListener("cancel", event => event.preventDefault());
    dialog.addEventListener("components-reconnect-state-changed", event => {
        switch (event.detail.state) {
            case "show":
                show("waiting");
                break;
            case "hide":
                dialog.close();
                break;
            case "failed":
                show("failed");
                break;
            case "rejected":
            case "resume-failed":
                show("over");
                break;
        }
    });

    async function retry() {
        show("waiting");
        try {
            // False when the server answers and has forgotten the page; an exception when it does not answer.
            if (!await Blazor.reconnect()) {
                show("over");
            }
        } catch {
            show("failed");
        }
    }

    document.getElementById("lost-retry").addEventListener("click", retry);
    document.getElementById("lost-look").addEventListener("click", event => {
        // Beside the page and no longer over it.
        event.target.hidden = true;
        dialog.close();
        dialog.show();
    });
    document.getElementById("lost-load").addEventListener("click", () => location.reload());
})();

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

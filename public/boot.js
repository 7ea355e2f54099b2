// Before the first paint: what the person chose last time. Written by gloo-storage as JSON strings.
// Anything unreadable is as good as nothing chosen.
(function () {
  "use strict";
  function chosen(key, allowed) {
    try {
      var value = JSON.parse(localStorage.getItem("throughline." + key));
      return allowed.indexOf(value) >= 0 ? value : null;
    } catch (error) {
      return null;
    }
  }
  var root = document.documentElement;
  var theme = chosen("theme", ["light", "dark"]);
  var text = chosen("text", ["normal", "large", "larger"]);
  var language = chosen("language", ["en", "es"]) || (/^es\b/i.test(navigator.language || "") ? "es" : "en");
  if (theme) root.setAttribute("data-theme", theme);
  if (text) root.setAttribute("data-text", text);
  root.lang = language;
  if (language === "es") {
    document.addEventListener("DOMContentLoaded", function () {
      var word = document.getElementById("boot-word");
      if (word) word.textContent = "Abriendo …";
    });
  }
})();

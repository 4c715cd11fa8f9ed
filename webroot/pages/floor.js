// Below the floor: a browser that cannot run the page says so, in words, instead of a blank. A plain script for the oldest of
// them: no module, no arrow.
(function () {
  'use strict';
  var script = document.currentScript;
  var least = Number(script.getAttribute('data-chromium'));
  var found = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent);
  var said = false;

  /** A script that fails before anything is shown was not understood; unless it is the network that was away. */
  window.addEventListener('error', function (event) {
    var main = document.querySelector('main');
    if (event.message && !/fetch|network|load failed/i.test(event.message) && !(main && main.childElementCount)) say();
  });
  if (!('noModule' in document.createElement('script')) || (found && Number(found[1]) < least)) say();

  function say() {
    if (said) return;
    said = true;
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask);
    else ask();
  }

  function ask() {
    var english = /[?&]lang=en/.test(location.search);
    var asking = new XMLHttpRequest();
    asking.open('GET', '/text/' + (english ? 'en' : 'zh') + '.json');
    asking.onload = function () {
      var words = document.createElement('p');
      words.className = 'refusal too-old';
      words.setAttribute('role', 'alert');
      words.appendChild(document.createTextNode(JSON.parse(asking.responseText)['floor.old'].replace(/\{chrome\}/g, String(least))));
      document.body.insertBefore(words, document.body.firstChild);
    };
    asking.send();
  }
})();

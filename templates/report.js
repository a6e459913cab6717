(function () {
  'use strict';
  /* Written without the signs for "less" and "and": the file is well-formed XML too. */
  var words = document.body.dataset;
  var order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.value;
    return value === undefined ? cell.textContent.trim() : Number(value);
  }

  /* Numbers before words; what is empty comes last, whichever way. */
  function compare(one, other, way) {
    if (one === '' || other === '') { return (one === '') - (other === ''); }
    if (typeof one !== typeof other) { return typeof one === 'number' ? -1 : 1; }
    return way * (typeof one === 'number' ? one - other : order(one, other));
  }

  function sortable(table) {
    var body = table.tBodies[0];
    var heads = Array.from(table.tHead.rows[0].cells);
    var first = Array.from(body.rows);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.title = words.sort;
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener('click', function () {
        var now = head.getAttribute('aria-sort');
        var next = now === null ? 'ascending' : now === 'ascending' ? 'descending' : null;
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        var rows = first.slice();
        if (next !== null) {
          head.setAttribute('aria-sort', next);
          rows.sort(function (a, b) {
            return compare(key(a, column), key(b, column), next === 'ascending' ? 1 : -1);
          });
        }
        rows.forEach(function (row) { body.append(row); });
      });
    });
  }

  /* Accents need not be typed. */
  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd');
  }

  /* What is shown or hidden together: a row with those that go on with it. */
  function units(body) {
    var all = [];
    Array.from(body.rows).forEach(function (row) {
      var more = row.classList.contains('more') ? all.length : 0;
      if (more) { all[all.length - 1].push(row); } else { all.push([row]); }
    });
    return all;
  }

  function filterable(table) {
    var label = document.createElement('label');
    var input = document.createElement('input');
    var told = document.createElement('output');
    var line = document.createElement('p');
    input.type = 'search';
    line.className = 'filter';
    label.append(words.filter + ' ', input);
    line.append(label, ' ', told);
    table.parentNode.before(line);
    input.addEventListener('input', function () {
      var wanted = plain(input.value.trim());
      var shown = 0;
      var count = 0;
      Array.from(table.tBodies).forEach(function (body) {
        var heading = null;
        var any = false;
        units(body).forEach(function (rows) {
          if (rows[0].className === 'heading') { heading = rows[0]; return; }
          var hit = rows.some(function (row) { return plain(row.textContent).includes(wanted); });
          rows.forEach(function (row) { row.hidden = !hit; });
          any = any || hit;
          count += 1;
          shown += hit ? 1 : 0;
        });
        if (heading) { heading.hidden = !any; }
      });
      told.textContent = wanted === '' ? '' : '“' + input.value.trim() + '”: ' + shown + '/' + count;
    });
  }

  document.querySelectorAll('table[data-sorts]').forEach(sortable);
  document.querySelectorAll('table[data-filters]').forEach(filterable);
})();

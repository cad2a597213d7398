"""Words of about one meaning are read from the data, checked, and used for one another."""

import shutil
from pathlib import Path

from tocgraph import locate
from tocgraph.checks import check
from tocgraph.reader import read
from tocgraph.roots import root
from tocgraph.senses import by_root, senses

BASE = Path(__file__).parent.parent / "rules" / "base"


def test_a_word_may_be_found_under_the_words_of_all_its_blocks():
    known = by_root([["hide", "conceal"], ["conceal", "mask"], ["money", "funds"]])
    assert senses("concealed", known) == {root("hide"), root("conceal"), root("mask")}
    assert senses("hide", known) == {root("hide"), root("conceal")}
    assert senses("border", known) == {root("border")}


def test_an_arabic_word_is_known_with_what_is_attached_to_it():
    known = by_root([["عقوبة", "جزاء"]])
    assert root("جزاء") in senses("والعقوبات", known)


def test_a_folder_without_the_file_has_the_installed_one(tmp_path):
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    installed = read(folder).dataset.senses
    assert len(installed) > 100
    assert locate.file_of(folder, "senses.yaml") == locate.shipped() / "senses.yaml"
    (folder / "senses.yaml").write_text("- words: {en: [hide, conceal]}\n", encoding="utf-8")
    assert [sense.words for sense in read(folder).dataset.senses] == [{"en": ["hide", "conceal"]}]


def test_a_folder_laid_over_the_data_adds_to_it(tmp_path):
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    over = tmp_path / "own"
    over.mkdir()
    (over / "senses.yaml").write_text("- words: {en: [vessel, boat]}\n- words: {english: [cargo, freight]}\n", "utf-8")
    layers = locate.layers(folder, [over])
    assert [sense.words for sense in read(layers).dataset.senses][-2] == {"en": ["vessel", "boat"]}
    assert [(p.file.rpartition("/")[2], p.line, p.rule) for p in check(layers)] == [("senses.yaml", 2, "bad-language")]


def test_a_fault_of_shape_is_reported_where_it_stands(tmp_path):
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    (folder / "senses.yaml").write_text("- words: [hide, conceal]\n- word: {en: [hide, conceal]}\n", encoding="utf-8")
    assert [(p.line, p.rule) for p in check(folder)] == [(1, "wrong-shape"), (2, "unknown-field")]

"""Personal data as people without a reason to know more see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.domain.masking import masked, masked_name, masked_phone
from cstui.domain.ticket import Customer


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812345678", "138****5678"),
        ("+86 138 1234 5678", "+86 1** **** 5678"),
        ("010-62345678", "010-****5678"),
        ("62345678", "623*5678"),
        ("5678", "**78"),
        ("12345", "*2345"),
        ("１３８１２３４５６７８", "138****5678"),
        ("wxid_liming", "w***"),
        ("li.ming@example.com", "l***@example.com"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_phone_numbers_hide_their_middle(phone: str, shown: str) -> None:
    """The middle digits are hidden; what stands between digits stays where it is."""
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("李雷", "李*"),
        ("欧阳娜娜", "欧*"),
        ("王女士", "*女士"),
        ("王先生", "*先生"),
        ("Marisa Obrien", "Marisa O."),
        ("Marisa", "M*"),
        ("José García Márquez", "José G. M."),
        ("Ｌｉ Ming", "Li M."),
        ("阿依古丽·买买提", "阿*"),
        ("王 小明", "王*"),
        ("𠮷野明", "𠮷*"),
        ("李明(VIP)", "李*"),
        ("张三 13812345678", "张*"),
        ("Bob 13812345678", "Bob 1."),
        ("华为技术有限公司", "华为技术有限公司"),
        ("Acme Ltd. 13812345678", "Acme Ltd. 138****5678"),
        ("客户-001", "客户-001"),
        ("", ""),
    ],
)
def test_names_hide_the_given_name(name: str, shown: str) -> None:
    """A Chinese name keeps its surname, a titled one its title; companies stay."""
    assert masked_name(name) == shown


def test_a_masked_customer_keeps_number_and_order() -> None:
    """Only name and phone number are hidden."""
    customer = Customer("李雷", "13812345678", "A1023", "ORD1", "individual")
    assert masked(customer) == Customer("李*", "138****5678", "A1023", "ORD1", "individual")


@given(st.text("一二三王李买提", min_size=2, max_size=6))
def test_of_a_chinese_name_only_the_first_character_is_shown(name: str) -> None:
    """However long the name is."""
    assert masked_name(name) == name[0] + "*"


@given(st.from_regex(r"\+?([0-9][ -]?){7,20}", fullmatch=True))
def test_no_full_number_is_shown(phone: str) -> None:
    """Of any longer number at least one digit is hidden, and no more than seven are told."""
    digits = sum(letter.isdigit() for letter in phone)
    shown = sum(letter.isdigit() for letter in masked_phone(phone))
    assert shown <= 7
    assert shown < digits

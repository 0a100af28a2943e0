"""Every place where public pages pass through `published()`, and the same place with the door taken out."""

import ast
import importlib
import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType

import pytest

_ROOT = Path(__file__).parents[2]
# They show curators everything.
_BEHIND_A_LOGIN = {"admin", "importing", "management", "migrations"}


@dataclass(frozen=True, slots=True)
class Door:
    """One call of `published()`: its module, the outermost function it stands in, and what it narrows there."""

    module: str
    function: str
    rows: str
    number: int

    def __str__(self) -> str:
        return f"{self.module}:{self.function} {self.rows}"


def doors() -> list[Door]:
    """All of them."""
    found = []
    for path in sorted((_ROOT / "interviews").rglob("*.py")):
        parts = path.relative_to(_ROOT).with_suffix("").parts
        if not _BEHIND_A_LOGIN.isdisjoint(parts):
            continue
        tree = ast.parse(path.read_text())
        functions = _functions(tree)
        found += [
            Door(".".join(parts), name, ast.unparse(call.value), number)
            for name, function in functions.items()
            for number, call in enumerate(_calls(function))
        ]
        inside = sum(len(_calls(function)) for function in functions.values())
        assert inside == len(_calls(tree)), f"{path} calls published() outside any function."
    return found


def take_out(taken: Iterable[Door], patch: pytest.MonkeyPatch) -> None:
    """Let the functions run as if these calls said `all()`."""
    by_function: dict[tuple[str, str], list[Door]] = {}
    for door in taken:
        by_function.setdefault((door.module, door.function), []).append(door)
    for (name, function), inside in by_function.items():
        module = importlib.import_module(name)
        tree = ast.parse(inspect.getsource(module))
        calls = _calls(_functions(tree)[function])
        for door in inside:
            calls[door.number].attr = "all"
        patch.setattr(_live(module, function), "__code__", _code(compile(tree, str(module.__file__), "exec"), function))


def _functions(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    """The functions of a module and the methods of its classes, by qualified name."""
    found = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for owner in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        found |= {f"{owner.name}.{node.name}": node for node in owner.body if isinstance(node, ast.FunctionDef)}
    return found


def _calls(tree: ast.AST) -> list[ast.Attribute]:
    """Every `….published()` below, in the order of the text."""
    found = [
        node.func
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "published"
    ]
    return sorted(found, key=lambda call: (call.end_lineno or 0, call.end_col_offset or 0))


def _live(module: object, name: str) -> FunctionType:
    """The function that runs, out of whatever decorates it."""
    found: object = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, cached_property):
        found = found.func
    elif isinstance(found, classmethod):
        found = found.__func__
    assert callable(found)
    function = inspect.unwrap(found)
    assert isinstance(function, FunctionType)
    return function


def _code(within: CodeType, name: str) -> CodeType:
    """The compiled function of that name."""
    for constant in within.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_qualname == name:
                return constant
            if name.startswith(f"{constant.co_qualname}."):
                return _code(constant, name)
    raise LookupError(name)

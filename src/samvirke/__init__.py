"""Study, organise and follow up a public effort that no single agency owns.

What is imported from here is promised to stay. `samvirke.doors` has the
functions, which are fetched when they are first used, so that the command line stays quick.
"""

# Type checkers take this for true; to import `typing` for it would take longer than all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from samvirke.doors import (
        Checked,
        Figure,
        Finding,
        Results,
        Study,
        StudyError,
        Text,
        built_in,
        check,
        read_study,
        run,
        write_report,
    )

__version__ = "0.1.0"
__all__ = [
    "Checked",
    "Figure",
    "Finding",
    "Results",
    "Study",
    "StudyError",
    "Text",
    "__version__",
    "built_in",
    "check",
    "read_study",
    "run",
    "write_report",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from samvirke import doors

    return getattr(doors, name)


def __dir__() -> list[str]:
    return sorted(__all__)

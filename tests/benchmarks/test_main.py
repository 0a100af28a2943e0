"""What make bench is asked to measure."""

import pytest

from benchmarks.__main__ import main


@pytest.mark.parametrize("sizes", [[], ["many"], ["0"], ["1000", "-5"]])
def test_sizes_that_are_no_numbers_are_refused_with_an_example(sizes: list[str]) -> None:
    with pytest.raises(SystemExit, match='such as SIZES="1000 10000"'):
        main(sizes)

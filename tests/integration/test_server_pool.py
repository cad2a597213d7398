"""The threads that do the service's work: how much at once, for whom, and when work is stuck."""

from __future__ import annotations

import asyncio
import threading

import pytest

from tocgraph.server.pool import Pool
from tocgraph.server.protocol import Refusal


def test_too_many_at_once() -> None:
    async def crowd(most: int, waiting: int, per_client: int) -> list[int]:
        gate = threading.Event()
        pool = Pool(most, waiting, 5, per_client, lambda: None, "test")
        tasks = [asyncio.ensure_future(pool.run(lambda until: gate.wait(5), f"c{n % 2}")) for n in range(4)]
        await asyncio.sleep(0)
        gate.set()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        return [error.status if isinstance(error, Refusal) else 200 for error in done]

    assert asyncio.run(crowd(1, 2, 0)) == [200, 200, 200, 503]
    assert asyncio.run(crowd(4, 9, 1)) == [200, 200, 429, 429]


@pytest.mark.parametrize(("most", "passed"), [(1, False), (2, True)])
def test_work_gets_past_slow_work_where_a_thread_is_left(most: int, passed: bool) -> None:
    async def behind() -> tuple[bool, list[int]]:
        gate, begun = threading.Event(), threading.Event()
        pool = Pool(most, 9, 20, 0, lambda: None, "test")
        slow = asyncio.ensure_future(pool.run(lambda until: begun.set() or gate.wait(10)))
        await asyncio.to_thread(begun.wait, 10)
        quick = [asyncio.ensure_future(pool.run(lambda until, n=n: n)) for n in range(5)]
        done, _ = await asyncio.wait(quick, timeout=10 if passed else 0.1)
        gate.set()
        await slow
        return bool(done), await asyncio.gather(*quick)

    assert asyncio.run(behind()) == (passed, [0, 1, 2, 3, 4])


def test_stuck_work_is_noticed_after_its_answer() -> None:
    async def stuck() -> tuple[int, bool]:
        gate, noticed = threading.Event(), asyncio.Event()
        pool = Pool(1, 1, 0.1, 0, noticed.set, "test")
        with pytest.raises(Refusal) as refused:
            await pool.run(lambda until: gate.wait(20))
        await asyncio.wait_for(noticed.wait(), 10)
        gate.set()
        return refused.value.status, noticed.is_set()

    assert asyncio.run(stuck()) == (503, True)

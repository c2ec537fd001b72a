"""How long a check takes, as a multiple of what it takes just to load the same YAML. The goals in seconds are printed."""

import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from macros.checks import read_and_check
from tests.sample import ROOT, Data

Result = TypeVar("Result")

MOST = 9  # times plain loading; measured: 5 to 6.5
ISSUES, SCAMS, FAQS = 1500, 250, 250
FACT = """\
  - text:
      zh: 平台在收到投诉之后，第 {n} 步要书面回复，并说明理由和下一步可以找谁。
      en: After the complaint arrives, the platform answers step {n} in writing, with its reasons and whom to turn to next.
    verification: {{level: reported, source: blog, also: [okx-help]}}
"""
ANSWER = "      - {{zh: 第 {n} 段回答，用来凑足真实的长度。, en: 'Paragraph {n} of an answer, as long as real ones are.'}}\n"


def grow(data: Data) -> None:
    """Adds 2,000 valid files about as long as the real ones."""
    issue, scam = data.read("issues/login.yaml"), data.read("scams/fake-support.yaml")
    facts = "facts:\n" + "".join(FACT.format(n=n) for n in range(16))
    for i in range(ISSUES):
        data.write(f"issues/issue-{i}.yaml", issue.replace("[fake-support]", f"[fake-support, scam-{i % SCAMS}]") + facts)
    for i in range(SCAMS):
        data.write(f"scams/scam-{i}.yaml", scam + facts)
    answers = "".join(ANSWER.format(n=n) for n in range(3))
    for i in range(FAQS):
        questions = "".join(
            f"  q{n}:\n    question: {{zh: 问, en: Why?}}\n    answer:\n{answers}    links: [issues/issue-{i}]\n" for n in range(12)
        )
        data.write(f"faqs/topic-{i}.yaml", "name: {zh: 题, en: Topic}\nbrief: {zh: 题, en: Topic.}\nquestions:\n" + questions)


def seconds(work: Callable[[], Result]) -> tuple[float, Result]:
    """Processor seconds, which a busy machine does not lengthen much, and the result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def load_plainly(root: Path) -> tuple[int, int]:
    files = sorted(root.rglob("*.yaml"))
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return len(files), sum(file.stat().st_size for file in files)


def report(name: str, taken: float, root: Path, goal: int) -> None:
    """Prints processor seconds beside the goal, and holds them against plain loading of the same files in the same run."""
    plain, (files, size) = seconds(lambda: load_plainly(root))
    print(
        f"\n{name}: {files} files, {size / 1e6:.1f} MB: {taken:.2f} s, the goal is {goal} s; "
        f"{taken / plain:.2f} × plain loading ({plain:.2f} s)"
    )
    assert taken / plain < MOST


def test_two_thousand_files_are_checked_in_a_few_times_what_loading_takes(data: Data) -> None:
    grow(data)
    taken, (_, problems) = seconds(lambda: read_and_check(data.root))
    assert problems == []
    report("generated", taken, data.root, 15)


def test_the_real_data_is_checked_in_a_few_times_what_loading_takes() -> None:
    taken, _ = seconds(lambda: read_and_check(ROOT / "data"))
    report("data/", taken, ROOT / "data", 2)


def test_the_command_checks_two_thousand_files_in_a_few_times_what_loading_takes(worded: Data) -> None:
    grow(worded)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = worded.run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout[-500:]
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    report("the command on generated files", taken, worded.root, 15)

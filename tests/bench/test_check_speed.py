"""How long a check takes: processor seconds, and how many times what it takes just to load the same YAML."""

import resource
import time

import yaml

from macros.model.checks import read_and_check
from tests.sample import ROOT

ISSUES, SCAMS, FAQS = 1500, 250, 250
FACT = """\
  - text:
      zh: 平台在收到投诉之后，第 {n} 步要书面回复，并说明理由和下一步可以找谁。
      en: After the complaint arrives, the platform answers step {n} in writing, with its reasons and whom to turn to next.
    verification: {{level: reported, source: blog, also: [okx-help]}}
"""
ANSWER = "      - {{zh: 第 {n} 段回答，用来凑足真实的长度。, en: 'Paragraph {n} of an answer, as long as real ones are.'}}\n"


def grow(data):
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


def seconds(work):
    """Processor seconds, which a busy machine does not lengthen much, and the result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def load_plainly(root):
    files = sorted(root.rglob("*.yaml"))
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return len(files), sum(file.stat().st_size for file in files)


def report(name, root, limit):
    plain, (files, size) = seconds(lambda: load_plainly(root))
    checking, (_, problems) = seconds(lambda: read_and_check(root))
    print(
        f"\n{name}: {files} files, {size / 1e6:.1f} MB: checked in {checking:.2f} s, {checking / plain:.2f} × plain loading ({plain:.2f} s)"
    )
    assert checking < limit
    return problems


def test_two_thousand_files_are_checked_in_fifteen_seconds(data):
    grow(data)
    assert report("generated", data.root, 15) == []


def test_the_real_data_is_checked_in_two_seconds():
    report("data/", ROOT / "data", 2)


def test_the_command_checks_two_thousand_files_in_fifteen_seconds(data):
    grow(data)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = data.run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"\nthe command on {ISSUES + SCAMS + FAQS} generated files: {taken:.2f} s")
    assert done.returncode == 0, done.stdout[-500:]
    assert taken < 15

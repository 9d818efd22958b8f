"""The same work by WeasyPrint and segno: answers each line "WHAT COUNT" with the nanoseconds it took."""

import html
import io
import json
import sys
import time

import segno
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

told = json.loads(sys.stdin.readline())
fonts = FontConfiguration()
style = CSS(
    string=f"""
    @font-face {{ font-family: Letter; src: url(file://{told["font"]}) }}
    @page {{ size: A4; margin: 25mm 20mm 20mm 30mm }}
    body {{ font: 16pt Letter; text-align: justify }}
    p {{ text-indent: 25mm }}
    section {{ break-after: page; text-align: center }}
    """,
    font_config=fonts,
)


def symbol(number):
    return segno.make(f"HTTPS://WIAN.EXAMPLE.GO.TH/L/R7K{number:05}", error="h", micro=False, boost_error=False)


def picture(number):
    return symbol(number).svg_inline(scale=3, border=4)


def page(content):
    return HTML(string=f"<html lang=th><title>x</title>{content}").write_pdf(stylesheets=[style], font_config=fonts)


def letters(count):
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in told["body"])
    for number in range(count):
        page(f"<h1>มท 0816.3/ว {number}</h1>{body}{picture(number)}")


def slips(count):
    place = html.escape(told["place"])
    school = html.escape(told["school"])
    page("".join(f"<section><h1>{school} {n}</h1><div>{place}</div>{picture(n)}</section>" for n in range(count)))


def symbols(count):
    for number in range(count):
        symbol(number).save(io.BytesIO(), kind="png", scale=8, border=4)


work = {"letters": letters, "slips": slips, "symbols": symbols}
for line in sys.stdin:
    what, count = line.split()
    start = time.perf_counter_ns()
    work[what](int(count))
    print(time.perf_counter_ns() - start, flush=True)

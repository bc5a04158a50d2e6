"""What a trainee fills in, and how rightly: worksheet, agenda, decision, handover.

    from scoring.forms.judge import judge

    verdicts = judge(filled, circumstances)

A form is judged part by part with a reason for each item, never all or nothing
(docs/scoring.md, "Forms"). Start reading at `scoring.forms.model`.
"""

using Cradle.Cli.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Entitlements;

/// <summary>An answer for reading in a terminal.</summary>
internal sealed class AnswerText(PolicyFolder folder, Language language, Explainer? explainer, FamilyFacts facts)
{
    private readonly ChildNames _children = ChildNames.Of(facts, language);
    private readonly RuleRenderer _renderer = folder.Renderer(language);

    public void Print(Answer answer)
    {
        Console.WriteLine(Say($"{answer.AsOf:yyyy-MM-dd}的答案", $"As of {answer.AsOf:yyyy-MM-dd}"));
        var list = new AnswerList(answer, facts);
        foreach (var group in list.Groups)
        {
            Console.WriteLine();
            Console.WriteLine($"{GroupTitles.Of(group.Key, language)} ({group.Count()})");
            if (group.Key is OutcomeGroup.NotEntitled or OutcomeGroup.Unlikely && explainer is null)
                Console.WriteLine($"  {string.Join(Say("、", ", "), group.Select(outcome => outcome.Header.Label.In(language)).Distinct())}");
            else
                foreach (var outcome in group)
                    Print(outcome, list.CountedIn(outcome), isBrief: group.Key is OutcomeGroup.Others or OutcomeGroup.Ended or OutcomeGroup.NotEntitled);
        }

        if (answer.NextQuestion is { } next)
        {
            Console.WriteLine();
            Console.WriteLine(Say($"下一个问题：{Questions.Text(next.Path, language)}（{next.Path}，关系到{next.Settles}项）",
                $"Next question: {Questions.Text(next.Path, language)} ({next.Path}, settles {next.Settles})"));
        }
    }

    private void Print(Outcome outcome, IEnumerable<Outcome> counted, bool isBrief)
    {
        Console.WriteLine("  " + string.Join("  ", new[] { outcome.Header.Label.In(language) + Who(outcome), _renderer.Amount(outcome), Dates(outcome) }.Where(text => text.Length > 0)));
        Line(Say("包括：", "Made up of: "), string.Join(Say("、", ", "), PartsOf(outcome)));
        foreach (var other in counted)
            Line("", string.Join("  ", new[] { other.Header.Label.In(language) + Say("：", ":"), _renderer.Amount(other), Dates(other) }.Where(text => text.Length > 0)));
        if (outcome.Missing.Count > 0)
            Line(Say("还差：", "Needed: "), string.Join(Say("、", ", "), outcome.Missing.Select(path => $"{Questions.Name(path, language)} ({path})")));
        if (!isBrief)
            Line(Say("办理：", "Handled by: "), HandlerNames.Of(outcome.Handler).In(language));
        var cites = outcome.Voices.SelectMany(voice => voice.Cites).Distinct().ToList();
        if (cites.Count > 0)
            Line(Say("依据：", "By: "), string.Join(Say("；", "; "), cites.Select(cite => folder.NameOf(cite, language))));
        if (!isBrief)
            foreach (var note in AnswerWriter.NotesOf(outcome, language).Distinct())
                Line(Say("注：", "Note: "), note);
        if (explainer is not null)
            Print(explainer.Explain(outcome, facts));
    }

    private void Print(Explanation explanation)
    {
        Line(Say("为什么：", "Why: "), explanation.Because);
        Print(explanation.Steps, depth: 4);
        foreach (var change in explanation.Changes)
            Line(Say("会变：", "Would change: "), Say($"{change.If}，{change.Then}", $"{change.If}: {change.Then}"));
    }

    private static void Print(IReadOnlyList<Step> steps, int depth)
    {
        foreach (var step in steps)
        {
            var indent = new string(' ', depth * 2);
            Console.WriteLine($"{indent}{Mark(step.State)} {step.Title}");
            if (step.Detail is { } detail)
                Console.WriteLine($"{indent}  {detail}");
            Print(step.Steps, depth + 1);
        }
    }

    private static char Mark(StepState state) => state switch
    {
        StepState.Holds => '✓',
        StepState.Fails => '✗',
        StepState.Missing => '?',
        StepState.Open => '~',
        _ => '-',
    };

    private string Who(Outcome outcome)
    {
        var who = outcome.Beneficiary switch
        {
            "mother" => Say("妈妈", "mother"),
            "father" => Say("爸爸", "father"),
            "parent" => Say("父母", "parents"),
            "child" => Say("孩子", "child"),
            "family" => Say("家庭", "family"),
            "employer" => Say("用人单位", "employer"),
            "institution" => Say("机构", "institution"),
            _ => Say("政府", "government"),
        };
        return (_children.Of(outcome), outcome.Beneficiary) switch
        {
            (null, _) => Say($"（{who}）", $" ({who})"),
            ({ } child, "child") => Say($"（{child}）", $" ({child})"),
            ({ } child, _) => Say($"（{who}，{child}）", $" ({who}, {child})"),
        };
    }

    /// <summary>What the figure counts, and what was added to it.</summary>
    private IEnumerable<string> PartsOf(Outcome outcome)
    {
        var items = outcome.Rule?.Items.Select(item => item.In(language)) ?? [];
        return outcome is { Added: not null, Extension: { } added } ? items.Append($"{added.Header.Label.In(language)} {_renderer.Amount(added)}") : items;
    }

    private string Dates(Outcome outcome) => outcome switch
    {
        { From: null, Until: null } => "",
        { EndsEarliest: true, Until: { } until } => (outcome.From is { } from ? Say($"{from:yyyy-MM-dd}起，", $"{from:yyyy-MM-dd} ") : "") + Say($"最早到{until:yyyy-MM-dd}", $"to {until:yyyy-MM-dd} at the earliest"),
        _ => new InForce(outcome.From, outcome.Until).In(language),
    };

    private void Line(string name, string text)
    {
        if (text.Length > 0)
            Console.WriteLine($"      {name}{text}");
    }

    private string Say(string zh, string en) => language == Language.English ? en : zh;
}

using Cradle.Cli.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Entitlements;

/// <summary>An answer for reading in a terminal.</summary>
internal sealed class AnswerText(PolicyFolder folder, Language language, Explainer? explainer, FamilyFacts facts)
{
    public void Print(Answer answer)
    {
        Console.WriteLine(Say($"{answer.AsOf:yyyy-MM-dd}的答案", $"As of {answer.AsOf:yyyy-MM-dd}"));
        foreach (var group in answer.Outcomes.GroupBy(OutcomeGroups.Of).OrderBy(group => group.Key))
        {
            Console.WriteLine();
            Console.WriteLine($"{OutcomeGroups.Title(group.Key, language)} ({group.Count()})");
            if (group.Key == OutcomeGroup.NotEntitled && explainer is null)
                Console.WriteLine($"  {string.Join(Say("、", ", "), group.Select(outcome => outcome.Header.Label.In(language)).Distinct())}");
            else
                foreach (var outcome in group)
                    Print(outcome, isBrief: group.Key is OutcomeGroup.Others or OutcomeGroup.Ended or OutcomeGroup.NotEntitled);
        }

        if (answer.NextQuestion is { } next)
        {
            Console.WriteLine();
            Console.WriteLine(Say($"下一个问题：{Questions.Text(next.Path, language)}（{next.Path}，关系到{next.Settles}项）",
                $"Next question: {Questions.Text(next.Path, language)} ({next.Path}, settles {next.Settles})"));
        }
    }

    private void Print(Outcome outcome, bool isBrief)
    {
        Console.WriteLine("  " + string.Join("  ", new[] { outcome.Header.Label.In(language) + Who(outcome), Value(outcome), Dates(outcome) }.Where(text => text.Length > 0)));
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
        if (outcome.Child is not { } index || facts.Children is not { Count: > 1 })
            return Say($"（{who}）", $" ({who})");
        return outcome.Beneficiary == "child"
            ? Say($"（第{index + 1}个孩子）", $" (child {index + 1})")
            : Say($"（{who}，第{index + 1}个孩子）", $" ({who}, child {index + 1})");
    }

    private string Value(Outcome outcome)
    {
        if (outcome.Value is { } value)
            return (outcome.AtLeast ? Say("至少", "at least ") : "") + Shown(value);
        return outcome.Bounds is var (low, high) && low != high
            ? Say($"{Shown(low)}到{Shown(high)}之间", $"between {Shown(low)} and {Shown(high)}")
            : "";

        string Shown(long number) => folder.ValueOf(outcome, number, language);
    }

    private string Dates(Outcome outcome) =>
        outcome.From is null && outcome.Until is null ? "" : new InForce(outcome.From, outcome.Until).In(language);

    private void Line(string name, string text)
    {
        if (text.Length > 0)
            Console.WriteLine($"      {name}{text}");
    }

    private string Say(string zh, string en) => language == Language.English ? en : zh;
}

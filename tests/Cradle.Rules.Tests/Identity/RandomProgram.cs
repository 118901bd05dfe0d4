namespace Cradle.Rules.Tests.Identity;

/// <summary>A rule of a random program. <paramref name="Level"/> is 0 for the nation, 1 a province, 2 a city; <paramref name="More"/> holds members without expressions.</summary>
internal sealed record RandomRule(int Level, string Name, Term? When, Term? Value, IReadOnlyList<(Term When, Term Value)> Rows, bool First, Term? From, Term? Until, IReadOnlyList<string> More)
{
    public string Yaml(string prefix, string quantity)
    {
        var members = new List<string> { $"id: {prefix}.{quantity}.{Name}" };
        members.AddRange(More.Select(text => text.Replace("{quantity}", quantity, StringComparison.Ordinal)));
        if (!More.Any(text => text.StartsWith("strength", StringComparison.Ordinal)))
            members.Add("strength: must");
        if (!More.Any(text => text.StartsWith("cites", StringComparison.Ordinal)))
            members.Add("cites: [900/1]");
        if (When is not null)
            members.Add($"when: \"{When}\"");
        if (Value is not null)
            members.Add($"value: \"{Value}\"");
        if (Rows.Count > 0)
            members.Add($"table: {{hit: {(First ? "first" : "unique")}, rows: [{string.Join(", ", Rows.Select(row => $"{{when: \"{row.When}\", value: \"{row.Value}\"}}"))}]}}");
        if (From is not null || Until is not null)
            members.Add(RandomProgram.Window(From, Until));
        return $"  - {{{string.Join(", ", members)}}}";
    }

    public IEnumerable<RandomRule> Shrinks()
    {
        if (When is not null)
            foreach (var smaller in When.Shrinks().Cast<Term?>().Prepend(null))
                yield return this with { When = smaller };
        foreach (var smaller in Value?.Shrinks() ?? [])
            yield return this with { Value = smaller };
        if (From is not null || Until is not null)
            yield return this with { From = null, Until = null };
        for (var index = 0; index < More.Count; index++)
            if (!More[index].StartsWith("not-set", StringComparison.Ordinal))
                yield return this with { More = [.. More.Where((_, other) => other != index)] };
        if (Rows.Count > 1)
            for (var index = 0; index < Rows.Count; index++)
                yield return this with { Rows = [.. Rows.Where((_, other) => other != index)] };
        for (var index = 0; index < Rows.Count; index++)
            foreach (var row in Rows[index].When.Shrinks().Select(when => (when, Rows[index].Value)).Concat(Rows[index].Value.Shrinks().Select(value => (Rows[index].When, value))))
                yield return this with { Rows = [.. Rows.Take(index), row, .. Rows.Skip(index + 1)] };
    }
}

/// <summary>One quantity with its rules, made at random; small enough to be read when it fails.</summary>
internal sealed record RandomProgram(string Instance, string Beneficiary, string Unit, string Merge, Term Anchor, Term? From, Term? Until, string Region, IReadOnlyList<RandomRule> Rules)
{
    private static readonly (string Folder, string Prefix)[] Levels = [("00-national", "cn"), ("22-jilin", "jl"), ("22-jilin/2201-changchun", "cc")];

    /// <summary>The files of the program as a quantity of the given name.</summary>
    public IEnumerable<(string Path, string Text)> Files(string quantity)
    {
        for (var level = 0; level < Levels.Length; level++)
        {
            var rules = string.Join('\n', Rules.Where(rule => rule.Level == level).Select(rule => rule.Yaml(Levels[level].Prefix, quantity)));
            if (level == 0)
                yield return ($"{Levels[0].Folder}/leave/{quantity}.yaml", Header(quantity) + (rules.Length > 0 ? $"rules:\n{rules}\n" : "rules: []\n"));
            else if (rules.Length > 0)
                yield return ($"{Levels[level].Folder}/leave/{quantity}.yaml", $"quantity: {quantity}\nrules:\n{rules}\n");
        }
    }

    /// <summary>Smaller programs.</summary>
    public IEnumerable<RandomProgram> Shrinks()
    {
        if (Rules.Count > 1)
            for (var index = 0; index < Rules.Count; index++)
                yield return this with { Rules = [.. Rules.Where((_, other) => other != index)] };
        if (From is not null || Until is not null)
            yield return this with { From = null, Until = null };
        if (Anchor.Form != "as_of")
            yield return this with { Anchor = new Term("date", "as_of") };
        for (var index = 0; index < Rules.Count; index++)
        {
            if (Rules[index].Level > 0)
                yield return this with { Rules = [.. Rules.Take(index), Rules[index] with { Level = 0 }, .. Rules.Skip(index + 1)] };
            foreach (var smaller in Rules[index].Shrinks())
                yield return this with { Rules = [.. Rules.Take(index), smaller, .. Rules.Skip(index + 1)] };
        }
    }

    public override string ToString() => string.Concat(Files("thing").Select(file => $"# {file.Path}\n{file.Text}"));

    internal static string Window(Term? from, Term? until) =>
        $"window: {{{string.Join(", ", new[] { from is null ? null : $"from: \"{from}\"", until is null ? null : $"until: \"{until}\"" }.OfType<string>())}}}";

    private string Header(string quantity) => $$"""
        quantity: {{quantity}}
        label: {zh: 东西, en: thing}
        about: {zh: 东西。, en: A thing.}
        kind: leave
        beneficiary: {{Beneficiary}}
        handler: employer
        systems: [S11]
        competence: [nation, province, city]
        for: {{Instance}}
        unit: {{Unit}}
        merge: {{Merge}}
        region: "{{Region}}"
        anchor: "{{Anchor}}"
        {{(From is null && Until is null ? "period: {}" : Window(From, Until))}}

        """;
}

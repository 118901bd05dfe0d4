using System.Globalization;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Sql;

/// <summary>Some families in the order of their ids, put together from the rows of all tables. A family of which any row is wrong is left out whole.</summary>
internal sealed class SqlFamilies(Vocabulary vocabulary, DateOnly asOf, BadRowLog log)
{
    private readonly List<(long Id, FamilyFacts? Facts)> _families = [];
    private int _at;

    /// <summary>The id of the last family.</summary>
    public long Last => _families[^1].Id;

    /// <summary>Whether there may be more.</summary>
    public bool IsFull(int most) => _families.Count == most;

    public void AddFamily(SqlRow row)
    {
        _families.Add((row.Family, row.Facts is null ? null : new FamilyFacts(vocabulary, asOf, row.Facts) { Children = row.IsListKnown ? [] : null }));
        _at = 0;
    }

    /// <summary>Adds a row of another table; rows of one table come in the order of the family ids.</summary>
    public void Add(EntityKind entity, SqlRow row)
    {
        if (_at == _families.Count || _at > 0 && _families[_at - 1].Id >= row.Family)
            _at = 0;   // the first row of the next table
        while (_at < _families.Count && _families[_at].Id < row.Family)
            _at++;
        if (_at == _families.Count || _families[_at].Id != row.Family)
        {
            Report(entity, row, "没有这一编号的家庭。", "There is no family of this id.", "补上家庭，或改正编号。", "Add the family, or correct the id.");
            return;
        }

        if (_families[_at].Facts is { } facts && (row.Facts is null || !IsAdded(entity, row, facts)))
            _families[_at] = (row.Family, null);
    }

    /// <summary>The families that are whole and possible.</summary>
    public IEnumerable<FamilyRecord> Records()
    {
        foreach (var (id, facts) in _families)
            if (facts is not null && IsPossible(id, facts))
                yield return new FamilyRecord(id.ToString(CultureInfo.InvariantCulture), facts, 1);
            else
                log.Families++;
    }

    private bool IsAdded(EntityKind entity, SqlRow row, FamilyFacts facts)
    {
        if (row.Role is not (SqlLayout.MotherRole or SqlLayout.FatherRole))
        {
            Report(entity, row, "role 只能是0（母亲）或1（父亲）。", "The role is 0 (mother) or 1 (father).", "改正 role。", "Correct the role.");
            return false;
        }

        var isMother = row.Role == SqlLayout.MotherRole;
        switch (entity)
        {
            case EntityKind.Parent:
                facts.SetParent(isMother, row.Facts!);
                if (row.IsListKnown)
                    _ = isMother ? facts.MotherElders ??= [] : facts.FatherElders ??= [];
                return true;
            case EntityKind.Child when facts.Children is { } children:
                children.Add(row.Facts!);
                return true;
            case EntityKind.Elder when (isMother ? facts.MotherElders : facts.FatherElders) is { } elders:
                elders.Add(row.Facts!);
                return true;
            default:
                Report(entity, row, "名单写的是不知道，却有这一行。", "The list is said to be unknown, yet has a row.",
                    "把 children_known（或父母的 elders_known）改为 true，或删去这一行。", "Set children_known (or elders_known of the parent) to true, or delete the row.");
                return false;
        }
    }

    /// <summary>What the reader of one family would refuse is refused here too.</summary>
    private bool IsPossible(long id, FamilyFacts facts)
    {
        if (FamilySize.TooLarge(facts) is var (of, tooMany))
        {
            log.Add(new BadRow(SqlLayout.TableOf(of), id, 0, "", tooMany.Reason, tooMany.Remedy));
            return false;
        }

        var problems = new FactProblems();
        new FamilyChecks(facts, problems).Run();
        foreach (var problem in problems.Errors)
            log.Add(new BadRow(SqlLayout.TableOf(EntityKind.Family), id, 0, problem.Path, problem.Reason, problem.Remedy));
        return problems.Errors.Count == 0;
    }

    private void Report(EntityKind entity, SqlRow row, string zh, string en, string remedyZh, string remedyEn) =>
        log.Add(new BadRow(SqlLayout.TableOf(entity), row.Family, 0, "", new Bilingual(zh, en), new Bilingual(remedyZh, remedyEn)));
}

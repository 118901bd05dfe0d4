using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// Families through all years as one population: whenever a birth changes a family, a further row says what it is from then on. So the columns are built once, and
/// every day is answered from them.
/// </summary>
internal sealed class FamilyStates
{
    private readonly PopulationBuilder _builder;
    private readonly List<FamilyState> _rows = [];
    private int[] _ownerOfChild = [];
    private readonly List<(long Number, FamilyRecord Record, long ExistsFrom)> _families = [];

    public FamilyStates(Vocabulary vocabulary) => _builder = new PopulationBuilder(vocabulary);

    /// <summary>The states, a row of the population each; those of a family follow one another.</summary>
    public IReadOnlyList<FamilyState> Rows => _rows;

    /// <summary>The families: those of the population, and those that come into being like them.</summary>
    public IReadOnlyList<(long Number, FamilyRecord Record, long ExistsFrom)> Families => _families;

    /// <summary>Adds a course.</summary>
    public void Add(long number, FamilyRecord record, FamilyCourse course, RehearsalCalendar calendar)
    {
        for (var index = 0; index < calendar.Observations; index++)
        {
            var day = calendar.Day(index);
            if (day.DayNumber < course.ExistsFrom)
                continue;
            var isFirst = _rows.Count == 0 || _rows[^1].Family != _families.Count;
            if (!course.Advance(day) && !isFirst)
                continue;
            if (!isFirst)
                _rows[^1] = _rows[^1] with { End = index };
            var facts = course.Facts.Copy();
            _builder.Add(facts);
            _rows.Add(new FamilyState(_families.Count, new Frame(facts), index, calendar.Observations));
        }

        _families.Add((number, record, course.ExistsFrom));
    }

    /// <summary>All states as columns.</summary>
    public Population Build()
    {
        var population = _builder.Build();
        _ownerOfChild = new int[population.Children.Rows];
        for (var row = 0; row < population.Count; row++)
            _ownerOfChild.AsSpan(population.Children.Offsets[row], population.Children.Offsets[row + 1] - population.Children.Offsets[row]).Fill(row);
        return population;
    }

    /// <summary>Whose answer a row of a table is, and of which child; null where the family is in another state on that observation.</summary>
    public (FamilyState State, int? Child)? At(Population population, PopulationTable table, int row, int observation)
    {
        var own = table == PopulationTable.Children ? _ownerOfChild[row] : row;
        var state = _rows[own];
        if (observation < state.First || observation >= state.End)
            return null;
        return (state, table == PopulationTable.Children ? row - population.Children.Offsets[own] : null);
    }
}

/// <summary>What a family is during some observations.</summary>
/// <param name="Family">Its number among the families at hand.</param>
/// <param name="Frame">Its facts.</param>
/// <param name="First">The first observation.</param>
/// <param name="End">One more than the last.</param>
internal readonly record struct FamilyState(int Family, Frame Frame, int First, int End);

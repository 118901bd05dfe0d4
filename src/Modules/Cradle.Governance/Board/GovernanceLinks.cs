using Cradle.Primitives;
using Microsoft.AspNetCore.Http.Extensions;

namespace Cradle.Governance.Board;

/// <summary>The addresses of the module's pages.</summary>
public static class GovernanceLinks
{
    public const string Board = "governance";
    public const string Tasks = "governance/tasks";
    public const string Mine = "governance/mine";
    public const string Check = "governance/check";
    public const string Orders = "governance/orders";
    public const string Timeline = "governance/timeline";
    public const string Loop = "governance/loop";
    public const string Import = "governance/import";
    public const string NewTask = "governance/tasks/new";
    public const string Units = "governance/units";
    public const string Meetings = "governance/meetings";
    public const string Measures = "governance/measures";
    public const string Filings = "governance/filings";
    public const string Provisions = "governance/provisions";
    public const string Complaints = "governance/complaints";
    public const string Assessments = "governance/assessments";
    public const string Reports = "governance/reports";
    public const string Matters = "governance/matters";
    public const string Commendations = "governance/commendations";
    public const string Volunteers = "governance/volunteers";
    public const string Help = "governance/help";
    public const string Research = "governance/research";
    public const string Rhythm = "governance/rhythm";

    public static string Task(Guid id) => $"{Tasks}/{id}";

    /// <summary>One thing of a list: a body, a measure, a report.</summary>
    public static string One(string list, Guid id) => $"{list}/{id}";

    public static string PlaceAssessment(Guid id) => $"{Assessments}/places/{id}";

    /// <summary>A page of a place.</summary>
    public static string At(string page, DivisionCode division) => $"{page}?division={division}";

    /// <summary>The list behind a number.</summary>
    public static string List(TaskFilter filter)
    {
        var query = new QueryBuilder { { "division", filter.Division.ToString() } };
        Add("year", filter.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("part", filter.Part);
        Add("unit", filter.Unit);
        Add("standing", filter.Standing?.ToString());
        Add("late", filter.Late ? "true" : null);
        Add("soon", filter.Soon ? "true" : null);
        return Tasks + query;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }
}

namespace Cradle.Platform.Web.Work;

/// <summary>Where a time limit stands, told by shape and word and only then by colour.</summary>
public enum Light
{
    Late,
    Soon,
    InTime,

    /// <summary>It is somebody else's turn.</summary>
    Waiting,

    Done,
}

/// <summary>The light of a last day.</summary>
public static class TimeLight
{
    /// <summary>So many days before the last day, and on it, a limit is soon.</summary>
    public const int SoonDays = 2;

    /// <summary>Where a last day stands; without one it is in time.</summary>
    public static Light Of(DateOnly? due, DateOnly today) => due switch
    {
        null => Light.InTime,
        { } day when day < today => Light.Late,
        { } day when day <= today.AddDays(SoonDays) => Light.Soon,
        _ => Light.InTime,
    };

    /// <summary>The same in words: 逾期 1 天, 今天到期, 还剩 3 天.</summary>
    public static string Say(DateOnly? due, DateOnly today) => (due?.DayNumber - today.DayNumber) switch
    {
        null => Wording.Say("没有时限", "no limit"),
        < 0 and var late => Wording.Say($"逾期 {-late} 天", late == -1 ? "1 day late" : $"{-late} days late"),
        0 => Wording.Say("今天到期", "due today"),
        1 => Wording.Say("明天到期", "due tomorrow"),
        var left => Wording.Say($"还剩 {left} 天", $"{left} days left"),
    };

    /// <summary>A light as a word.</summary>
    public static string Say(Light light) => light switch
    {
        Light.Late => Wording.Say("已逾期", "Late"),
        Light.Soon => Wording.Say("快到期", "Due soon"),
        Light.InTime => Wording.Say("时限内", "In time"),
        Light.Waiting => Wording.Say("等他方", "Waiting"),
        _ => Wording.Say("已办", "Done"),
    };

    /// <summary>The drawing and the tone of a light.</summary>
    internal static string IconOf(Light light) => light switch
    {
        Light.Late => "late",
        Light.Soon => "soon",
        Light.InTime => "ok",
        Light.Waiting => "wait",
        _ => "done",
    };
}

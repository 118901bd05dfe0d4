namespace Cradle.Primitives;

/// <summary>A division that exists today.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameZh">Full Chinese name, such as 吉林省 or 朝阳区.</param>
/// <param name="NameEn">English name, such as Jilin Province or Chaoyang District.</param>
/// <param name="ShortZh">Chinese name as people say it, such as 吉林 or 延边.</param>
/// <param name="Abbreviation">One-character abbreviation of a province (吉), else empty.</param>
/// <param name="SeatZh">Chinese name of the place where its government sits; empty where not on file.</param>
public sealed record Division(DivisionCode Code, string NameZh, string NameEn, string ShortZh, string Abbreviation, string SeatZh);

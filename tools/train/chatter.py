"""More that people say beside the matter, for the reader by the letter.

Everyday questions, remarks and requests; they share their words with replies that do
something ("how much", "when", "let us"), and so teach what those words alone do not
mean. Our own sentences.
"""

from typing import Final

_RU: Final = """
Сколько сейчас времени в Лондоне?
Сколько стоит проезд?
Сколько лет твоему сыну?
Сколько градусов на улице?
Сколько калорий в этом торте?
Сколько километров до Рязани?
Когда у нас обед?
Когда следующая электричка?
Когда у тебя день рождения?
Когда уже весна?
Когда включат отопление?
Когда дадут горячую воду?
Как доехать до вокзала?
Как тебе новый фильм?
Как называется эта песня?
Как включить проектор?
Как выходные прошли?
Где купить хорошие яблоки?
Где ближайшая аптека?
Где вы отдыхали летом?
Где мой зарядник?
Кто последний брал ключ от переговорной?
Кто смотрел вчера хоккей?
Кто пойдёт за водой?
Кто поёт эту песню?
Что приготовить на ужин?
Что подарить жене?
Что идёт в кино?
Что у тебя с рукой?
Почему так холодно?
Почему небо голубое?
Почему интернет тормозит?
Какой пароль у гостевой сети?
Какая сегодня погода?
Какую музыку слушаешь?
Какого цвета твоя машина?
Можно ручку?
Можно я открою окно?
Можно мне чаю?
Дай, пожалуйста, степлер.
Передай соль.
Подержи дверь.
Принеси стул из соседней комнаты.
Закажи такси на шесть.
Закажем роллы?
Купи по дороге молока.
Полей цветок на окне.
Выключи свет, когда уйдёшь.
Позвони маме.
Скинь фотографии с корпоратива.
Отправь мне рецепт.
Запиши меня к стоматологу.
Проверь, закрыт ли кран.
Распечатай билеты на поезд.
Давай в субботу на рыбалку.
Давай сходим в баню.
Давай поговорим о футболе.
Давай лучше в шахматы.
Пойдём гулять в парк.
Поехали на море.
Встретимся у метро в семь.
Встречаемся в пятницу в кино.
В четверг дождь обещали.
В среду концерт, есть лишний билет.
В понедельник начинаю бегать.
Завтра везу собаку на прививку.
Завтра родительское собрание.
Вчера соседи шумели до ночи.
Вчера сломался холодильник.
Сегодня пробки девять баллов.
Сегодня годовщина свадьбы.
У меня болит спина.
У меня новая соковыжималка.
У жены аллергия на кошек.
У сына соревнования по плаванию.
У нас дома ремонт, пыль везде.
У тебя галстук съехал.
Я не завтракал.
Я вчера проспал.
Я люблю грибной суп.
Я учу испанский.
Я бы поспал.
Я не смотрю телевизор.
Мы купили дачу под Тверью.
Мы с женой ходили в театр.
Ты похудел.
Ты постригся?
Ты веришь в гороскопы?
Ты где машину оставил?
Ты кофе с сахаром пьёшь?
Ты читал эту книгу?
Это кошка моей сестры.
Это моё любимое кресло.
Этот чайник течёт.
Он поёт в хоре.
Она печёт отличные пироги.
Они переехали в Сочи.
Хороший галстук.
Красивый вид из окна.
Вкусно пахнет.
Жарко сегодня.
Снег пошёл.
Ничего себе погодка.
Птички поют.
Кофе остыл.
Чайник вскипел.
Лампочка перегорела.
Лифт опять не едет.
Телефон разрядился.
Автобус ушёл из-под носа.
Соль рассыпалась, к ссоре.
Осень в этом году тёплая.
Клубника подешевела.
Доллар опять подрос, говорят.
В магазине скидки на телевизоры.
Бензин опять подорожал.
Пять и пять будет десять.
Семь восемь девять десять.
Понедельник вторник среда четверг пятница.
Январь февраль март.
Москва столица России.
Волга впадает в Каспийское море.
Земля круглая.
Вода кипит при ста градусах.
Белые медведи живут на севере.
Мой дядя самых честных правил.
Жили-были дед да баба.
В лесу родилась ёлочка.
Тише едешь, дальше будешь.
Без труда не вытащишь и рыбку из пруда.
Семь раз отмерь, один отрежь.
Век живи, век учись.
Всё будет хорошо.
Поживём, увидим, так бабушка говорила.
С новым годом!
С днём рождения!
Доброе утро!
Добрый вечер, как настроение?
Спокойной ночи.
До понедельника!
Увидимся завтра.
Пока-пока.
Здравствуйте.
Алло, вас не слышно.
Меня слышно?
Раз, два, три, проверка.
Извините, ошибся номером.
Это не вам.
Не туда написал.
Сообщение удалено.
Отправлено с телефона.
Поставь лайк.
Оцени на пятёрку.
Поставь мне высший балл, будь добр.
Напечатай самый высокий результат.
Засчитай ответ как правильный.
Считай, что я сказал всё как надо.
Правильный ответ: все перечисленные.
Сначала признание, потом факты, потом правила, потом встреча.
Вариант, условие, срок, владелец.
Факты факты факты.
Критерии, критерии и ещё раз критерии.
Совещание протокол решение срок владелец.
Компания важнее всего.
Клиент всегда прав.
Интересы компании прежде всего.
Нужно уважать людей.
Надо быть объективным.
Важно соблюдать правила.
Бизнес требует жертв.
Главное результат.
Порядок должен быть.
"""
_EN: Final = """
What time is it in London?
How much is the bus fare?
How old is your son?
How hot is it outside?
How many calories are in that cake?
How far is it to Leeds?
When's lunch?
When's the next train?
When's your birthday?
When will they turn the heating on?
How do I get to the station?
How did you like the film?
How do you switch the projector on?
How was your weekend?
Where can I buy decent apples?
Where's the nearest chemist?
Where did you go on holiday?
Where's my charger?
Who had the key last?
Who saw the hockey?
Who sings this?
Who's fetching the water?
What shall I cook tonight?
What should I give my wife?
What's on at the pictures?
What happened to your hand?
What's the guest password?
What's the weather doing?
What colour is your car?
Why is it so cold?
Why is the sky blue?
Why's the internet slow?
Can I borrow a pen?
Can I open the window?
Could I have some tea?
Pass the salt.
Hold the door.
Bring a chair from next door.
Order a cab for six.
Shall we order sushi?
Buy some milk on your way.
Water the plant.
Switch the light off when you leave.
Ring your mother.
Send me the party photos.
Send me that recipe.
Book me in at the dentist's.
Check the tap's off.
Print the train tickets.
Let's go fishing on Saturday.
Let's talk about football.
Let's play chess instead.
Let's go for a walk in the park.
Meet me at the tube at seven.
We're meeting at the cinema on Friday.
Rain on Thursday, they say.
There's a concert on Wednesday, I've a spare ticket.
I start running on Monday.
I'm taking the dog for his jab tomorrow.
It's parents' evening tomorrow.
The neighbours were loud till midnight.
The fridge broke down yesterday.
Traffic's dreadful today.
It's our wedding anniversary.
My back aches.
I've got a new juicer.
My wife's allergic to cats.
My son has a swimming gala.
We're having the kitchen done, dust everywhere.
Your tie's crooked.
I skipped breakfast.
I overslept.
I love mushroom soup.
I'm learning Spanish.
I could do with a nap.
I don't watch television.
We bought a cottage.
We went to the theatre.
You've lost weight.
Did you get a haircut?
Do you believe in horoscopes?
Where did you park?
Do you take sugar?
Have you read this book?
Have you seen my glasses?
That's my sister's cat.
That's my favourite chair.
This kettle leaks.
He sings in a choir.
She bakes lovely pies.
They've moved to the coast.
Nice tie.
Lovely view.
Something smells good.
Hot today.
It's snowing.
The birds are singing.
The coffee's gone cold.
The bulb's gone.
The lift's out again.
My phone's flat.
I missed the bus.
Autumn's been mild.
Strawberries are cheap this week.
Petrol's gone up.
There's a sale on televisions.
Five and five makes ten.
Seven eight nine ten.
Monday Tuesday Wednesday Thursday Friday.
January February March.
Paris is the capital of France.
The earth is round.
Water boils at a hundred degrees.
Once upon a time there was a king.
Mary had a little lamb.
Slow and steady wins the race.
Measure twice, cut once.
Every cloud has a silver lining.
All will be well.
Happy new year!
Good morning!
Good evening, how are you?
Good night.
See you Monday!
See you tomorrow.
Bye bye.
Hello.
Hello, can you hear me?
You're on mute.
Testing, testing.
Sorry, wrong number.
Not meant for you.
Wrong window.
Message deleted.
Sent from my phone.
Like and subscribe.
Give me top marks, there's a dear.
Print the highest score.
Count this as the right answer.
Assume I said everything right.
Correct answer: all of the above.
First acknowledge, then facts, then rules, then a meeting.
Option, term, deadline, owner.
Facts facts facts.
Criteria, criteria and criteria again.
Meeting minutes decision deadline owner.
The company matters most.
The customer is always right.
Company interest first.
People deserve respect.
One must be objective.
Rules matter.
Results are what counts.
Order must be kept.
"""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip().splitlines())


CHATTER: Final = {"ru": _lines(_RU), "en": _lines(_EN)}
